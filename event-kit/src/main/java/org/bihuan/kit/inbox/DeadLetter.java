package org.bihuan.kit.inbox;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that was not applied, as an operator sees it. Its payload stays in the table and on the
 * dead-letter topic.
 *
 * @param topic topic it came on
 * @param partition partition of the topic, from 0
 * @param offset place in the partition, from 0
 * @param key key it was sent under; what comes later under it waits
 * @param eventId id of the event, or {@code null} when it has none that can be read
 * @param type type of the event with its version, or {@code null} when it has none
 * @param reason why it was not applied; {@code behind-another} when only an earlier event of its
 *     key is at fault
 * @param parkedAt when it was put aside
 */
public record DeadLetter(
    @NotNull UUID id,
    @NotNull String topic,
    int partition,
    long offset,
    String key,
    UUID eventId,
    String type,
    @NotNull String reason,
    @NotNull Instant parkedAt) {}
