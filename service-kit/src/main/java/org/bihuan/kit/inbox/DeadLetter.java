package org.bihuan.kit.inbox;

import jakarta.validation.constraints.NotNull;
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
    @NotNull UUID id,
    @NotNull String topic,
    int partition,
    long offset,
    String key,
    UUID eventId,
    String type,
    @NotNull String reason,
    @NotNull Instant parkedAt) {}
