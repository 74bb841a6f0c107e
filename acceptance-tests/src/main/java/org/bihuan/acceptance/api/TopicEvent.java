package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as anybody can read it on a topic.
 *
 * @param place grows from each event of a key to the next: the number that dispatch gives to the
 *     facts of an item, and where there is none the moment, in microseconds, at which it was told
 */
public record TopicEvent(String topic, String key, UUID id, String type, long place) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether a service has told it; proofs mark what they put there themselves. */
  public static boolean isOfService(ConsumerRecord<byte[], byte[]> record) {
    return !ForeignEvents.SOURCE.equals(header(record, "ce_source"));
  }

  public static TopicEvent of(ConsumerRecord<byte[], byte[]> record) {
    return new TopicEvent(
        record.topic(),
        new String(record.key(), StandardCharsets.UTF_8),
        UUID.fromString(header(record, "ce_id")),
        header(record, "ce_type"),
        place(record));
  }

  private static long place(ConsumerRecord<byte[], byte[]> record) {
    try {
      JsonNode sequence = JSON.readTree(record.value()).path("sequence");
      return sequence.isMissingNode()
          ? ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(header(record, "ce_time")))
          : sequence.asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
