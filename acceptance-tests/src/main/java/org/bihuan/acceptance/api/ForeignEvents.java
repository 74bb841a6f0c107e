package org.bihuan.acceptance.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.localstack.parts.Broker;

/**
 * Events that a proof puts on a topic itself. Each is marked with {@link #SOURCE}, so that whoever
 * holds the topics against what the services may tell can leave it out.
 */
public final class ForeignEvents implements AutoCloseable {

  /** What they name as their source. */
  public static final String SOURCE = "/bihuan/acceptance-tests";

  /** A broker that is away is not waited for. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaProducer<byte[], byte[]> producer;

  public ForeignEvents(Broker broker) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Asks the broker for the topic, so that the first event of it need not wait for that. */
  public void lookUp(String topic) {
    producer.partitionsFor(topic);
  }

  /**
   * Sends an event without waiting for the broker.
   *
   * @param value {@code null} for an event without a body
   * @param headers all but the source, by their names
   * @return completes when the broker has taken it, and exceptionally when it has refused it
   */
  public CompletableFuture<RecordMetadata> send(
      String topic, String key, byte[] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, bytes(key), value);
    headers.forEach((name, text) -> event.headers().add(name, bytes(text)));
    event.headers().add("ce_source", bytes(SOURCE));
    CompletableFuture<RecordMetadata> taken = new CompletableFuture<>();
    producer.send(
        event,
        (place, refused) -> {
          if (refused == null) {
            taken.complete(place);
          } else {
            taken.completeExceptionally(refused);
          }
        });
    return taken;
  }

  /** Returns when the broker has taken or refused everything. */
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
