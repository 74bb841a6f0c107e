package org.bihuan.intake;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.outbox.OutgoingEvent;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** What is told reaches the broker in the order in which it was told. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class OutboxTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many that some are on their way before the relay looks whether the first was taken. */
  private static final int AFTERWARDS = 400;

  @Inject Outbox outbox;

  @Test
  void an_event_that_the_broker_does_not_take_holds_back_what_was_told_after_it() throws Exception {
    String missing = "missing-" + UUID.randomUUID();
    String present = "present-" + UUID.randomUUID();
    try (Admin broker = Admin.create(address())) {
      create(broker, present);
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                outbox.store(event(missing));
                IntStream.range(0, AFTERWARDS).forEach(any -> outbox.store(event(present)));
              });
      await("the relay says that it cannot go on")
          .atMost(PATIENCE)
          .until(() -> "retrying".equals(publishing()));

      Instant created = Instant.now();
      create(broker, missing);
      assertFalse(
          Instant.ofEpochMilli(first(present).timestamp() + 1).isBefore(created),
          "told before what was told first could be");
      first(missing);
    }
  }

  private static OutgoingEvent event(String topic) {
    return new OutgoingEvent(
        UuidCreator.getTimeOrderedEpoch(),
        "told.in.order",
        topic,
        "key",
        Instant.now(),
        "{}".getBytes(StandardCharsets.UTF_8),
        null,
        null);
  }

  private static String publishing() {
    return when()
        .get("/q/health/ready")
        .jsonPath()
        .getString("checks.find { it.name == 'outbox' }.data.publishing");
  }

  private static Map<String, Object> address() {
    return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, StackResource.broker().address());
  }

  private static void create(Admin broker, String topic) throws Exception {
    broker.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
  }

  /** The first record of a topic, when it comes. */
  private static ConsumerRecord<byte[], byte[]> first(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(address(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return await("something on " + topic)
          .atMost(PATIENCE)
          .until(
              () -> consumer.poll(Duration.ofMillis(100)).records(partition),
              records -> !records.isEmpty())
          .get(0);
    }
  }
}
