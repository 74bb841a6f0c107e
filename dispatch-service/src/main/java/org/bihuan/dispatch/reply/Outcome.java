package org.bihuan.dispatch.reply;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.bihuan.contract.FreeText;

/**
 * What a rectification achieved (成效), e.g. 4810 metres of old cable removed.
 *
 * @param measure what was counted, 1 to 100 characters
 * @param quantity 0 or more, at most 11 digits and 3 decimals
 * @param unit unit of measure of the quantity
 * @param qualifier EXACT when {@code null}
 */
@Embeddable
public record Outcome(
    @FreeText @NotBlank @Size(min = 1, max = 100) String measure,
    @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 3) BigDecimal quantity,
    @NotNull @Enumerated(EnumType.STRING) MeasureUnit unit,
    @Enumerated(EnumType.STRING) Qualifier qualifier) {

  /** Whether the quantity is all or at least. */
  public enum Qualifier {
    EXACT,
    /** 余, 以上: a lower bound [brief]. */
    AT_LEAST
  }

  public Outcome {
    qualifier = qualifier == null ? Qualifier.EXACT : qualifier;
  }
}
