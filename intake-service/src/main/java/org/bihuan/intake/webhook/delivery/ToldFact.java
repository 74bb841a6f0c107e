package org.bihuan.intake.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.intake.webhook.ChannelEvent;

/**
 * A fact that channels may be told of.
 *
 * @param key the same when the fact comes again
 * @param complaintId the complaint it is about; {@code null} when it is about all of the problem
 * @param problemId the problem to be named, or {@code null}
 * @param dueAt limit of the problem as the fact left it; {@code null} to take the one it has
 */
record ToldFact(
    ChannelEvent event,
    String key,
    UUID complaintId,
    UUID problemId,
    Instant occurredAt,
    Instant dueAt) {}
