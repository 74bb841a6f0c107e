package org.bihuan.dispatch.suspension;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.dispatch.item.Suspension;

/**
 * That nothing can be done about an item for a while.
 *
 * @param cause why
 * @param reviewOn day of the district by whose end the special team looks at it again: tomorrow to
 *     30 days ahead
 * @param reason in words, at most 2000 characters
 */
public record NewSuspension(
    @NotNull SuspensionCause cause,
    @NotNull LocalDate reviewOn,
    @NotBlank @Size(min = 1, max = 2000) String reason) {

  Suspension suspension() {
    return Suspension.until(cause, reviewOn);
  }
}
