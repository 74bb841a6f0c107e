package org.bihuan.dispatch.sla;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.Counting;

/**
 * The next number of an SLA policy.
 *
 * @param kind what it limits; {@code null} is RECTIFICATION, the time that a unit has
 * @param deadlineClass any; for RECTIFICATION any but PLANNED, whose limit comes from its plan
 * @param counting which time counts; {@code null} is NATURAL_HOURS, as the 48 and 72 hours are
 *     [brief]
 * @param limit one minute to 365 days, in whole seconds, e.g. {@code PT48H}
 * @param warnAt share of the limit after which an item is yellow, 0.01 to 0.99
 * @param reworkShare share of the limit that a failed re-check gives, 0.01 to 1; {@code null} for
 *     ASSIGNMENT, which no re-check follows
 * @param returnWindow time from the issue in which the unit may return an item, one minute to the
 *     limit, in whole seconds; {@code null} is 8 h or, when that is less, a sixth of the limit; not
 *     for ASSIGNMENT
 * @param acknowledgeWithin time from the issue after which a unit that has not acknowledged is
 *     urged, in the same bounds; {@code null} is 4 h or, when that is less, a twelfth of the limit;
 *     not for ASSIGNMENT
 * @param validFrom first moment, in the future: a limit is never changed backwards
 */
public record NewSlaPolicy(
    LimitKind kind,
    @NotNull DeadlineClass deadlineClass,
    Counting counting,
    @NotNull Duration limit,
    @NotNull @DecimalMin("0.01") @DecimalMax("0.99") @Digits(integer = 1, fraction = 2)
        BigDecimal warnAt,
    @DecimalMin("0.01") @DecimalMax("1") @Digits(integer = 1, fraction = 2) BigDecimal reworkShare,
    Duration returnWindow,
    Duration acknowledgeWithin,
    @NotNull Instant validFrom) {

  boolean limitsAssignment() {
    return kind == LimitKind.ASSIGNMENT;
  }

  SlaPolicy.Terms terms() {
    LimitKind limited = limitsAssignment() ? kind : LimitKind.RECTIFICATION;
    return new SlaPolicy.Terms(
            limited,
            deadlineClass,
            counting == null ? Counting.NATURAL_HOURS : counting,
            limit,
            warnAt,
            reworkShare,
            returnWindow,
            acknowledgeWithin,
            validFrom)
        .withUsualWindows();
  }
}
