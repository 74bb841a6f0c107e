package org.bihuan.acceptance.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.acceptance.api.District;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.localstack.Broker;

/**
 * A key under which an event cannot be applied, since it is the key of another, with a sound event
 * behind it.
 */
final class PoisonedKey {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private PoisonedKey() {}

  /** Sends {@code ofAnotherKey} under the key of {@code sound}, and then {@code sound}. */
  static void send(Broker broker, Event ofAnotherKey, Event sound)
      throws ExecutionException, InterruptedException, JsonProcessingException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record(ofAnotherKey, sound.key())).get();
      producer.send(record(sound, sound.key())).get();
    }
  }

  private static ProducerRecord<byte[], byte[]> record(Event event, String key)
      throws JsonProcessingException {
    EventType type = EventCatalogue.of(event.getClass());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(type.topic(), bytes(key), JSON.writeValueAsBytes(event));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type.name(),
            "ce_source",
            District.SOURCE,
            "ce_time",
            Instant.now().toString(),
            "ce_subject",
            key,
            "content-type",
            "application/json")
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
