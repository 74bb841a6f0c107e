package org.bihuan.inspection.evaluation.checklist;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.bihuan.contract.FreeText;

/**
 * An item of a checklist; its number is its place in the list, from 1.
 *
 * @param standard what must be so, 1 to 500 characters
 * @param weight how much it counts in the weighted rate, 0.01 to 9999.99; 1 when left out
 * @param method how it is looked at; ON_SITE when left out
 */
@Embeddable
public record ChecklistItem(
    @FreeText @NotBlank @Size(max = 500) String standard,
    @DecimalMin("0.01") @DecimalMax("9999.99") @Digits(integer = 6, fraction = 2) BigDecimal weight,
    @Enumerated(EnumType.STRING) ObservationMethod method) {

  public ChecklistItem {
    weight = weight == null ? BigDecimal.ONE : weight;
    method = method == null ? ObservationMethod.ON_SITE : method;
  }
}
