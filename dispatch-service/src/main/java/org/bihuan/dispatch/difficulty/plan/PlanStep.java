package org.bihuan.dispatch.difficulty.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bihuan.contract.FreeText;

/**
 * A step of a plan (措施步骤).
 *
 * @param text what is done, at most 500 characters
 * @param from its first day
 * @param to its last day, not before {@code from}
 * @param responsiblePerson who does it, at most 50 characters
 * @param state how far it has come; TO_DO when it is left out
 */
@Embeddable
public record PlanStep(
    @FreeText @NotBlank @Size(min = 1, max = 500) String text,
    @NotNull @Column(name = "first_day") LocalDate from,
    @NotNull @Column(name = "last_day") LocalDate to,
    @NotBlank @Size(min = 1, max = 50) @Column(name = "responsible_person")
        String responsiblePerson,
    @Enumerated(EnumType.STRING) StepState state) {

  public PlanStep {
    state = state == null ? StepState.TO_DO : state;
  }
}
