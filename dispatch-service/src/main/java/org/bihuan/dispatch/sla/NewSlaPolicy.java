package org.bihuan.dispatch.sla;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.contract.DeadlineClass;

/**
 * The next number of an SLA policy.
 *
 * @param deadlineClass any but PLANNED, whose limit comes from its plan
 * @param limit one minute to 365 days, in whole seconds, e.g. {@code PT48H}
 * @param warnAt share of the limit after which an item is yellow, 0.01 to 0.99
 * @param reworkShare share of the limit that a failed re-check gives, 0.01 to 1
 * @param validFrom first moment, in the future: a limit is never changed backwards
 */
public record NewSlaPolicy(
    @NotNull DeadlineClass deadlineClass,
    @NotNull Duration limit,
    @NotNull
        @DecimalMin("0.01")
        @DecimalMax("0.99")
        @Digits(integer = 1, fraction = 2, message = "digits")
        BigDecimal warnAt,
    @NotNull
        @DecimalMin("0.01")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 2, message = "digits")
        BigDecimal reworkShare,
    @NotNull Instant validFrom) {

  SlaPolicy.Terms terms() {
    return new SlaPolicy.Terms(deadlineClass, limit, warnAt, reworkShare, validFrom);
  }
}
