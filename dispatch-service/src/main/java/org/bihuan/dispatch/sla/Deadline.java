package org.bihuan.dispatch.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A limit that runs, with the rule that made it.
 *
 * @param startedAt its first moment
 * @param warnAt from here on the item is yellow
 * @param dueAt its last moment: a reply at this very moment is in time
 * @param returnUntil last moment at which the unit may say that the item is not its business;
 *     {@code null} when it may not, as after a failed re-check
 * @param acknowledgeBy last moment for the unit to confirm receipt before it is urged; {@code null}
 *     when there is nothing to confirm
 * @param length how much time the unit was given, as it counts by the policy
 * @param ruleVersion class and number of the SLA policy, e.g. {@code GENERAL/1}, with the kind
 *     before it for an assignment; of PLANNED the meeting and the number of its decision
 */
public record Deadline(
    Instant startedAt,
    Instant warnAt,
    Instant dueAt,
    Instant returnUntil,
    Instant acknowledgeBy,
    Duration length,
    String ruleVersion) {}
