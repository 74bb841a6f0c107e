package org.bihuan.kit.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.kit.tracing.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes events as CloudEvents 1.0 in binary content mode: attributes in headers, the fact alone in
 * the body.
 */
@ApplicationScoped
class EventProducer {

  private final Map<String, Object> kafka;
  private final String application;
  private final String source;

  EventProducer(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.kafka = kafka;
    this.application = application;
    this.source = "/bihuan/" + application;
  }

  /**
   * A producer that keeps order through retries and tells a batch wholly or not at all. From now on
   * the broker refuses whatever an earlier one of this service still has under way: that one throws
   * {@link org.apache.kafka.common.errors.ProducerFencedException} or its like, and readers of what
   * is committed see nothing of its open batch.
   *
   * @throws org.apache.kafka.common.KafkaException when the broker does not answer or refuses
   */
  KafkaProducer<byte[], byte[]> open() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // With more than one in flight, a topic whose leader is not ready yet may refuse the first
    // batch and take the second as the first it sees; the first is then out of order for good.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // A topic's leader is asked for at its first event. Without a broker nobody answers, and the
    // relay shall say so soon.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    // A batch that follows at once is refused until the broker has finished the one before it; the
    // usual 100 ms would delay every event under load.
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      // Otherwise the first event of each topic would wait until its leaders are known.
      EventCatalogue.topics().forEach(producer::partitionsFor);
      return producer;
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** One for all replicas of a service, so that a new relay shuts out the one before it. */
  private String transactionalId() {
    return application + "-outbox";
  }

  ProducerRecord<byte[], byte[]> record(OutgoingEvent event) {
    byte[] key = event.key() == null ? null : bytes(event.key());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(event.topic(), key, event.payload());
    Headers headers = record.headers();
    headers.add("ce_specversion", bytes("1.0"));
    headers.add("ce_id", bytes(event.id().toString()));
    headers.add("ce_type", bytes(event.type()));
    headers.add("ce_source", bytes(source));
    headers.add("ce_time", bytes(event.time().toString()));
    if (event.key() != null) {
      headers.add("ce_subject", bytes(event.key()));
    }
    headers.add("content-type", bytes("application/json"));
    if (event.deadLetterReason() != null) {
      headers.add("dead_letter_reason", bytes(event.deadLetterReason()));
    }
    if (event.traceparent() != null) {
      headers.add(Trace.HEADER, bytes(event.traceparent()));
    }
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
