package org.bihuan.intake.inbox;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** What a reader passes over: events that are gone when it was told to, and batches given up. */
@QuarkusTest
@TestProfile(SkippedEventsTest.Skipping.class)
class SkippedEventsTest {

  private static final String NAME = "skipping-service";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The service as an operator starts it who knows what was lost. */
  public static class Skipping extends LostPlace.Profile {
    public Skipping() {
      super(NAME);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = super.getConfigOverrides();
      settings.put("bihuan.inbox.skip-lost", "true");
      return settings;
    }
  }

  @Test
  void an_operator_can_let_the_reader_go_on_with_the_first_event_there_is() throws Exception {
    try (Admin broker = LostPlace.broker()) {
      await()
          .atMost(PATIENCE)
          .until(() -> committed(broker, LostPlace.PARTITION) == end(broker, LostPlace.PARTITION));
    }
    when()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'inbox' }.data.reading", equalTo("active"));
  }

  @Test
  void a_batch_that_its_writer_gave_up_is_passed_over() throws Exception {
    TopicPartition partition = new TopicPartition(EventCatalogue.INSPECTION_EVENTS, 0);
    try (Admin broker = LostPlace.broker()) {
      await().atMost(PATIENCE).until(() -> committed(broker, partition) >= 0);
      long before = end(broker, partition);
      giveUp(partition);
      // The record and the mark of its end, which the broker writes some time after the answer.
      long after = before + 2;
      await().atMost(PATIENCE).until(() -> committed(broker, partition) == after);
    }
    when()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'inbox' }.data.lag", equalTo(0));
  }

  private static void giveUp(TopicPartition partition) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, StackResource.broker().address());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "gives-up");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(
          new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[0]));
      producer.flush();
      producer.abortTransaction();
    }
  }

  /** -1 before the group has a place in the partition. */
  private static long committed(Admin broker, TopicPartition partition) throws Exception {
    OffsetAndMetadata place =
        broker.listConsumerGroupOffsets(NAME).partitionsToOffsetAndMetadata().get().get(partition);
    return place == null ? -1 : place.offset();
  }

  private static long end(Admin broker, TopicPartition partition) throws Exception {
    return broker
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }
}
