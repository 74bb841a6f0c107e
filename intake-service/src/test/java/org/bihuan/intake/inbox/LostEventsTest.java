package org.bihuan.intake.inbox;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** An event that is gone before it was read is not passed over in silence. */
@QuarkusTest
@TestProfile(LostEventsTest.Halted.class)
class LostEventsTest {

  private static final String NAME = "halted-service";

  /** The service as it is shipped. */
  public static class Halted extends LostPlace.Profile {
    public Halted() {
      super(NAME);
    }
  }

  @Test
  void a_partition_whose_next_event_is_gone_is_not_read_and_everybody_is_told() throws Exception {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                when()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body(inbox("reading"), equalTo("halted"))
                    .body(inbox("lost"), equalTo(LostPlace.PARTITION + "@" + LostPlace.GONE)));
    when().get("/q/metrics").then().body(containsString("bihuan_inbox_lost_partitions 1.0"));
    try (Admin broker = LostPlace.broker()) {
      TopicPartition other = new TopicPartition(LostPlace.PARTITION.topic(), 1);
      await("another partition has been begun and is read")
          .atMost(Duration.ofSeconds(60))
          .until(() -> committed(broker).containsKey(other));
      assertEquals(LostPlace.GONE, committed(broker).get(LostPlace.PARTITION).offset());
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin broker) throws Exception {
    return broker.listConsumerGroupOffsets(NAME).partitionsToOffsetAndMetadata().get();
  }

  private static String inbox(String about) {
    return "checks.find { it.name == 'inbox' }.data." + about;
  }
}
