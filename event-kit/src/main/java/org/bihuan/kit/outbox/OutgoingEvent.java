package org.bihuan.kit.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event ready to be published.
 *
 * @param key partition key; {@code null} only for a dead letter that came without one
 * @param deadLetterReason why it is a dead letter, or {@code null} for an ordinary event
 * @param traceparent trace on whose behalf it was announced, or {@code null}
 */
public record OutgoingEvent(
    UUID id,
    String type,
    String topic,
    String key,
    Instant time,
    byte[] payload,
    String deadLetterReason,
    String traceparent) {}
