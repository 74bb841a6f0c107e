package org.bihuan.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that was not applied, as an operator sees it. Its payload stays in the table and on the
 * dead-letter topic.
 *
 * @param reason why it was not applied; {@code behind-another} when only an earlier event of its
 *     key is at fault
 */
public record DeadLetter(
    UUID id,
    String topic,
    int partition,
    long offset,
    String key,
    UUID eventId,
    String type,
    String reason,
    Instant parkedAt) {}
