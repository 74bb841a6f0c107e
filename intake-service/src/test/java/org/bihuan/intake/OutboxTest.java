package org.bihuan.intake;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.outbox.OutgoingEvent;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told reaches the broker in the order in which it was told. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class OutboxTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many that some are on their way before the relay looks whether the first was taken. */
  private static final int AFTERWARDS = 400;

  private static final String THE_LOCK =
      " and locktype = 'advisory' and objid::bigint = hashtext('outbox-relay')::bigint & 4294967295";

  private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

  @Inject Outbox outbox;

  @AfterEach
  void the_broker_goes_on() {
    StackResource.broker().resume();
  }

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

  @Test
  void a_relay_that_lost_its_lock_tells_nothing_after_its_successor() throws Exception {
    String topic = "successor-" + UUID.randomUUID();
    try (Admin broker = Admin.create(address());
        Connection successor = StackResource.postgres().connect("intake");
        KafkaProducer<byte[], byte[]> producer = producerOf("intake-service-outbox")) {
      create(broker, topic);
      tell(topic, "first");
      await("the first is told").atMost(PATIENCE).until(() -> committed(topic).size() == 1);

      StackResource.broker().pause();
      tell(topic, "older");
      await("the relay waits for the broker")
          .atMost(PATIENCE)
          .until(() -> "retrying".equals(publishing()));
      becomeLeader(successor);
      await("the relay without a lock steps down")
          .atMost(PATIENCE)
          .until(() -> "standby".equals(publishing()));

      // Now the broker takes what the relay had sent before.
      StackResource.broker().resume();
      producer.initTransactions();
      tell(topic, "newer");
      publishAsSuccessor(successor, producer);
      assertEquals(List.of("first", "older", "newer"), committed(topic));
    }
    tell(topic, "newest");
    await("the relay publishes again")
        .atMost(PATIENCE)
        .until(() -> committed(topic), List.of("first", "older", "newer", "newest")::equals);
  }

  @Test
  void a_relay_shut_out_by_the_broker_steps_down_and_tells_all_it_had_later() throws Exception {
    String topic = "fenced-" + UUID.randomUUID();
    try (Admin broker = Admin.create(address());
        KafkaProducer<byte[], byte[]> producer = producerOf("intake-service-outbox")) {
      create(broker, topic);
      tell(topic, "first");
      await("the first is told").atMost(PATIENCE).until(() -> committed(topic).size() == 1);

      producer.initTransactions();
      tell(topic, "second");
      await("the second is told").atMost(PATIENCE).until(() -> committed(topic).size() == 2);
      assertEquals(List.of("first", "second"), committed(topic));
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, KEY, new byte[0]));
      assertThrows(KafkaException.class, producer::commitTransaction);
    }
  }

  private void tell(String topic, String payload) {
    QuarkusTransaction.requiringNew().run(() -> outbox.store(event(topic, payload)));
  }

  /** Ends the session of the active relay and takes its lock before it can ask again. */
  private static void becomeLeader(Connection successor) throws SQLException {
    try (Connection operator = StackResource.postgres().connect("intake");
        Statement statement = operator.createStatement();
        Statement waiting = successor.createStatement()) {
      CompletableFuture<Void> lock =
          CompletableFuture.runAsync(
              () -> {
                try {
                  waiting.execute("select pg_advisory_lock(hashtext('outbox-relay'))");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      await("the successor waits for the lock")
          .atMost(PATIENCE)
          .until(() -> holds(statement, "select pid from pg_locks where not granted" + THE_LOCK));
      statement.execute("select pg_terminate_backend(pid) from pg_locks where granted" + THE_LOCK);
      lock.join();
    }
  }

  private static boolean holds(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  /** What the next leader does with the table, oldest first. */
  private static void publishAsSuccessor(
      Connection successor, KafkaProducer<byte[], byte[]> producer) throws SQLException {
    try (Statement statement = successor.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "with gone as (delete from outbox returning id, topic, payload)"
                    + " select topic, payload from gone order by id")) {
      producer.beginTransaction();
      while (rows.next()) {
        producer.send(new ProducerRecord<>(rows.getString(1), KEY, rows.getBytes(2)));
      }
      producer.commitTransaction();
    }
  }

  private static KafkaProducer<byte[], byte[]> producerOf(String transactionalId) {
    Map<String, Object> settings = new HashMap<>(address());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static OutgoingEvent event(String topic) {
    return event(topic, "{}");
  }

  private static OutgoingEvent event(String topic, String payload) {
    return new OutgoingEvent(
        UuidCreator.getTimeOrderedEpoch(),
        "told.in.order",
        topic,
        "key",
        Instant.now(),
        payload.getBytes(StandardCharsets.UTF_8),
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

  /** What readers see of a topic now. */
  private static List<String> committed(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<String> payloads = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> payloads.add(new String(record.value(), StandardCharsets.UTF_8)));
      }
    }
    return payloads;
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(address());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The first record of a topic, when it comes. */
  private static ConsumerRecord<byte[], byte[]> first(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
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
