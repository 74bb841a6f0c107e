package org.bihuan.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bihuan.kit.tracing.Trace;

/**
 * An event as it came from the broker, before anyone has looked inside.
 *
 * @param id CloudEvents id, or {@code null} when the header is missing or no UUID
 * @param type CloudEvents type, or {@code null} when it is missing or unreadable
 * @param key partition key, or {@code null} when it is missing or unreadable
 * @param traceparent trace of whoever announced it, or {@code null} when it is missing or
 *     unreadable
 */
record ReceivedEvent(
    UUID id,
    String type,
    String key,
    String topic,
    int partition,
    long offset,
    byte[] payload,
    String traceparent) {

  /** Far longer than any key or type of ours, and short enough for an index of the database. */
  private static final int LONGEST_NAME = 255;

  static ReceivedEvent of(ConsumerRecord<byte[], byte[]> record) {
    return new ReceivedEvent(
        uuid(header(record, "ce_id")),
        header(record, "ce_type"),
        name(record.key()),
        record.topic(),
        record.partition(),
        record.offset(),
        record.value() == null ? new byte[0] : record.value(),
        header(record, Trace.HEADER));
  }

  boolean isReadable() {
    return id != null && type != null && key != null;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : name(header.value());
  }

  /**
   * What the database can keep as a text. Anybody can write to a topic, and an event that could not
   * even be kept as a dead letter would stop its partition for ever.
   */
  private static String name(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)
        ? null
        : text;
  }

  private static UUID uuid(String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }
}
