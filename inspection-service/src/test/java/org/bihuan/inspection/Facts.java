package org.bihuan.inspection;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.localstack.StackResource;

/** Tells facts as other services do, and reads back what inspection told. */
public final class Facts {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Facts() {}

  /** Tells {@code events} in this order, each as a record of its own. */
  public static void tell(Event... events) {
    for (Event event : events) {
      tell(event, UUID.randomUUID());
    }
  }

  /** Tells an event under an id of the test's choice. */
  public static void tell(Event event, UUID id) {
    EventType type = EventCatalogue.of(event.getClass());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", StackResource.broker().address()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(type.topic(), bytes(event.key()), JSON.writeValueAsBytes(event));
      record.headers().add("ce_specversion", bytes("1.0"));
      record.headers().add("ce_id", bytes(id.toString()));
      record.headers().add("ce_type", bytes(type.name()));
      producer.send(record);
      producer.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What inspection has told so far that mentions {@code word} anywhere. */
  public static List<InspectionEvent> mentioning(String word) {
    try {
      return readAll(null).stream().filter(told -> told.toString().contains(word)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What inspection has told under {@code key}, once that is {@code count} events or more. */
  public static List<InspectionEvent> toldAbout(String key, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> readAll(key), told -> told.size() >= count);
  }

  private static List<InspectionEvent> readAll(String key) throws IOException {
    List<InspectionEvent> events = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                StackResource.broker().address(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(EventCatalogue.INSPECTION_EVENTS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (key == null || key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
            events.add(read(record));
          }
        }
      }
    }
    return events;
  }

  private static InspectionEvent read(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Header type = record.headers().lastHeader("ce_type");
    Class<? extends Event> form =
        EventCatalogue.named(new String(type.value(), StandardCharsets.UTF_8))
            .orElseThrow()
            .record();
    return (InspectionEvent) JSON.readValue(record.value(), form);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
