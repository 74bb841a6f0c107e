package org.bihuan.dispatch.whatif;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.Counting;

/**
 * An SLA policy as it might have been. What is {@code null} stays as it was.
 *
 * @param deadlineClass the class whose limits it gives; not PLANNED, whose limits plans give
 * @param counting which time would have counted
 * @param limit one minute to 365 days, in whole seconds
 * @param warnAt share of the limit after which the light would have turned yellow, 0.01 to 0.99
 * @param reworkShare share of the limit that a failed re-check would have given, 0.01 to 1
 */
public record SupposedPolicy(
    @NotNull DeadlineClass deadlineClass,
    Counting counting,
    Duration limit,
    @DecimalMin("0.01") @DecimalMax("0.99") @Digits(integer = 1, fraction = 2) BigDecimal warnAt,
    @DecimalMin("0.01") @DecimalMax("1") @Digits(integer = 1, fraction = 2)
        BigDecimal reworkShare) {}
