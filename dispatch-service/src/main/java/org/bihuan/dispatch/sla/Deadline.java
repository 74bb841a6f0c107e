package org.bihuan.dispatch.sla;

import java.time.Instant;

/**
 * A limit that runs, with the rule that made it.
 *
 * @param startedAt its first moment
 * @param warnAt from here on the item is yellow
 * @param dueAt its last moment: a reply at this very moment is in time
 * @param ruleVersion class and number of the SLA policy, e.g. {@code GENERAL/1}, with the kind
 *     before it for an assignment
 */
public record Deadline(Instant startedAt, Instant warnAt, Instant dueAt, String ruleVersion) {}
