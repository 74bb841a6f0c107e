package org.bihuan.acceptance.latency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.parts.Broker;

/** Listens to the topics for the moments in between, from when it is made until it is closed. */
public final class LatencyEvents implements AutoCloseable {
  private static final List<String> TOPICS = List.of("intake.events", "dispatch.events");
  private static final String FILED = "intake.problem-filed.v1";
  private static final String ISSUED = "dispatch.item-issued.v1";
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread = new Thread(this::listen, "latency-events");
  private final Map<String, Filed> filed = new ConcurrentHashMap<>();
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /**
   * What the events tell of one problem.
   *
   * @param filed when intake filed it, in the transaction that stored the complaint
   * @param published the record's own timestamp: when the relay handed it to the producer
   * @param issued when dispatch put it on an order
   */
  public record Moments(Instant filed, Instant published, Instant issued) {}

  private record Filed(Instant at, Instant published) {}

  LatencyEvents(Broker broker) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // The end is looked up only now; what comes later is heard.
    partitions.forEach(consumer::position);
    thread.start();
  }

  /** Nothing until both events of the problem have been heard. */
  Optional<Moments> of(String problemId) {
    Filed first = filed.get(problemId);
    Instant last = issued.get(problemId);
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Moments(first.at(), first.published(), last));
  }

  /** Waits for the events of all these problems; false when some do not come in time. */
  boolean awaitAll(Collection<String> problemIds, Duration limit) {
    return Waiting.until(() -> problemIds.stream().allMatch(id -> of(id).isPresent()), limit);
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (consumer) {
      while (!closing) {
        consumer.poll(POLL).forEach(this::hear);
      }
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    if (!Stream.of(FILED, ISSUED).anyMatch(type::equals)) {
      return;
    }
    Instant time = Instant.parse(header(record, "ce_time"));
    if (type.equals(FILED)) {
      filed.putIfAbsent(record.key(), new Filed(time, Instant.ofEpochMilli(record.timestamp())));
    } else {
      issued.putIfAbsent(record.key(), time);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
