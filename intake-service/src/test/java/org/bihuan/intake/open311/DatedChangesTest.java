package org.bihuan.intake.open311;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What changed before changes were dated. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class DatedChangesTest {

  private static final String REQUESTS = "/open311/v2/requests";
  private static final String ID = "service_request_id";

  @Test
  void of_what_was_written_off_before_changes_were_dated_the_end_counts() throws SQLException {
    String id = registered();
    Instant end = Instant.now().minus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    store(id, end.minus(40, ChronoUnit.DAYS), end);
    String updated =
        RestAssured.get(REQUESTS + "/" + id + ".json")
            .then()
            .body("[0].status", equalTo("closed"))
            .extract()
            .path("[0].updated_datetime");
    assertEquals(end, OffsetDateTime.parse(updated).toInstant());
    listed("updated_after=" + end + "&updated_before=" + end).body(ID, hasItem(id));
    listed("updated_after=" + end.plusSeconds(1)).body(ID, not(hasItem(id)));
    listed("updated_before=" + end.minusSeconds(1)).body(ID, not(hasItem(id)));
  }

  private static ValidatableResponse listed(String query) {
    return RestAssured.get(REQUESTS + ".json?" + query).then().statusCode(200);
  }

  private static String registered() {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "text": "很久以前的漏雨", "categoryCode": "ROOF_LEAK"}
            """)
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("serial");
  }

  /** As the releases before have left it. */
  private static void store(String id, Instant received, Instant writtenOff) throws SQLException {
    try (Connection database = StackResource.postgres().connect("intake");
        Statement statement = database.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          """
          update problem set status = 'WRITTEN_OFF', written_off_at = '%s', changed_at = null
          where id = (select problem_id from complaint where serial = '%s')
          """
              .formatted(writtenOff, id));
      statement.execute(
          "update complaint set received_at = '%s', changed_at = null where serial = '%s'"
              .formatted(received, id));
    }
  }
}
