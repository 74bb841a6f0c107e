package org.bihuan.dispatch.sla;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;

/**
 * An SLA policy as clients see it.
 *
 * @param ruleVersion how items and their clocks name it, e.g. {@code GENERAL/1}
 */
public record SlaPolicyView(
    UUID id,
    String ruleVersion,
    DeadlineClass deadlineClass,
    Duration limit,
    BigDecimal warnAt,
    BigDecimal reworkShare,
    Instant validFrom) {

  static SlaPolicyView of(SlaPolicy policy) {
    return new SlaPolicyView(
        policy.id(),
        policy.ruleVersion(),
        policy.deadlineClass(),
        policy.limit(),
        policy.warnAt(),
        policy.reworkShare(),
        policy.validFrom());
  }
}
