package org.bihuan.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it came from the broker, before anyone has looked inside.
 *
 * @param id CloudEvents id, or {@code null} when the header is missing or no UUID
 * @param type CloudEvents type, or {@code null}
 * @param key partition key, or {@code null}
 */
record ReceivedEvent(
    UUID id, String type, String key, String topic, int partition, long offset, byte[] payload) {

  static ReceivedEvent of(ConsumerRecord<byte[], byte[]> record) {
    return new ReceivedEvent(
        uuid(header(record, "ce_id")),
        header(record, "ce_type"),
        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
        record.topic(),
        record.partition(),
        record.offset(),
        record.value() == null ? new byte[0] : record.value());
  }

  boolean isReadable() {
    return id != null && type != null && key != null;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static UUID uuid(String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }
}
