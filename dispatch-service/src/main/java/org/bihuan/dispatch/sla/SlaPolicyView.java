package org.bihuan.dispatch.sla;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.kit.web.Versioned;

/**
 * An SLA policy as clients see it.
 *
 * @param ruleVersion how items and their clocks name it, e.g. {@code GENERAL/1} or {@code
 *     ASSIGNMENT/GENERAL/1}
 * @param kind what it limits: a unit's time to the final reply, or the time to give an item to a
 *     unit
 * @param counting which time counts
 * @param limit length of the limit
 * @param warnAt share of the limit after which the light turns yellow, above 0 and below 1
 * @param reworkShare share of the limit that a rework gets, above 0, at most 1; {@code null} for
 *     ASSIGNMENT
 * @param returnWindow time from the issue in which the unit may return an item; {@code null} for
 *     ASSIGNMENT
 * @param acknowledgeWithin time from the issue after which a unit that has not acknowledged is
 *     urged; {@code null} for ASSIGNMENT
 */
public record SlaPolicyView(
    @NotNull UUID id,
    @NotNull String ruleVersion,
    @NotNull LimitKind kind,
    @NotNull DeadlineClass deadlineClass,
    @NotNull Counting counting,
    @NotNull Duration limit,
    @NotNull BigDecimal warnAt,
    BigDecimal reworkShare,
    Duration returnWindow,
    Duration acknowledgeWithin,
    @NotNull Instant validFrom)
    implements Versioned {

  /** A policy never changes. */
  @Override
  public long version() {
    return 0;
  }

  static SlaPolicyView of(SlaPolicy policy) {
    return new SlaPolicyView(
        policy.id(),
        policy.ruleVersion(),
        policy.kind(),
        policy.deadlineClass(),
        policy.counting(),
        policy.limit(),
        policy.warnAt(),
        policy.reworkShare(),
        policy.returnWindow(),
        policy.acknowledgeWithin(),
        policy.validFrom());
  }
}
