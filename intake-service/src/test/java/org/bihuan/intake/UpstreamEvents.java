package org.bihuan.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.localstack.StackResource;

/** Tells events as another service would: real records on the real broker. */
public final class UpstreamEvents implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, StackResource.broker().address()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /** Tells {@code event} under a new id, which is returned. */
  public UUID tell(Event event) throws Exception {
    UUID id = UUID.randomUUID();
    tellAs(id, event);
    return id;
  }

  /** Tells {@code event} under {@code id}, as a repeated delivery does. */
  public void tellAs(UUID id, Event event) throws Exception {
    EventType type = EventCatalogue.of(event.getClass());
    tellRaw(id, type.name(), type.topic(), event.key(), JSON.writeValueAsBytes(event));
  }

  /** Tells anything at all. */
  public void tellRaw(UUID id, String type, String topic, String key, byte[] payload)
      throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), payload);
    record.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    producer.send(record).get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
