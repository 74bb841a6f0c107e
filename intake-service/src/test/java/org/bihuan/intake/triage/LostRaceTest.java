package org.bihuan.intake.triage;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What an act answers whose record somebody else changes between its reading and its writing. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class LostRaceTest {

  private static final String COMPLAINTS = "/api/v1/complaints/";

  @Inject DataSource dataSource;

  private static String waiting() {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "OTHER", "text": "想问一下",
             "location": {"address": "示例路 %s"}}
            """
                .formatted(UUID.randomUUID()))
        .post(COMPLAINTS)
        .path("id");
  }

  private Response rejectedDuringAnotherChange(
      String id, UnaryOperator<RequestSpecification> request) throws SQLException {
    try (Connection other = dataSource.getConnection();
        Statement change = other.createStatement()) {
      other.setAutoCommit(false);
      change.executeUpdate("update complaint set version = version + 1 where id = '" + id + "'");
      CompletableFuture<Response> act =
          CompletableFuture.supplyAsync(
              () ->
                  request
                      .apply(As.role(Role.SPECIAL_TEAM))
                      .body("{\"reason\": \"不属于本区\"}")
                      .post(COMPLAINTS + id + "/rejection"));
      await().until(() -> somebodyWaits(change));
      other.commit();
      return act.join();
    }
  }

  private static boolean somebodyWaits(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select exists (select from pg_locks where not granted"
                + " and transactionid = pg_current_xact_id()::xid)")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String problemOf(String complaintId) {
    return As.role(Role.SPECIAL_TEAM)
        .body("{\"categoryCode\": \"SANITATION\"}")
        .post(COMPLAINTS + complaintId + "/filing")
        .path("problemId");
  }

  /** Or two that merge each other's would wait for one another. */
  @Test
  void a_merge_holds_the_older_problem_first_even_where_that_is_the_one_to_join()
      throws SQLException {
    String older = problemOf(waiting());
    String duplicate = waiting();
    String newer = problemOf(duplicate);
    try (Connection other = dataSource.getConnection();
        Statement holding = other.createStatement()) {
      other.setAutoCommit(false);
      holding.executeQuery("select from problem where id = '" + older + "' for update");
      CompletableFuture<Response> merge =
          CompletableFuture.supplyAsync(
              () ->
                  As.role(Role.SPECIAL_TEAM)
                      .body("{\"problemId\": \"" + older + "\"}")
                      .post(COMPLAINTS + duplicate + "/merge"));
      await().until(() -> somebodyWaits(holding));
      holding.executeQuery("select from problem where id = '" + newer + "' for update nowait");
      other.commit();
      merge.join().then().statusCode(200).body("status", equalTo("MERGED"));
    }
  }

  /** Or it would stay behind at a problem that ends with all its complaints. */
  @Test
  void the_same_words_wait_for_the_desk_while_somebody_decides_about_their_problem()
      throws SQLException {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent(address);
    first.then().statusCode(201).body("status", equalTo("FILED"));
    String problem = first.path("problemId");
    try (Connection other = dataSource.getConnection();
        Statement deciding = other.createStatement()) {
      other.setAutoCommit(false);
      deciding.executeQuery("select from problem where id = '" + problem + "' for no key update");
      sent(address)
          .then()
          .statusCode(201)
          .body("status", equalTo("RECEIVED"))
          .body("waitingFor", equalTo("DUPLICATE"))
          .body("likelyProblemId", equalTo(problem));
      other.rollback();
    }
    sent(address)
        .then()
        .statusCode(201)
        .body("status", equalTo("MERGED"))
        .body("problemId", equalTo(problem));
  }

  private static Response sent(String address) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "SANITATION", "text": "公厕很脏",
             "location": {"address": "%s"}}
            """
                .formatted(address))
        .post(COMPLAINTS);
  }

  @Test
  void it_is_done_on_the_state_that_the_other_change_left() throws SQLException {
    rejectedDuringAnotherChange(waiting(), request -> request)
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"));
  }

  @Test
  void it_is_done_once_when_it_carries_a_key() throws SQLException {
    rejectedDuringAnotherChange(
            waiting(), request -> request.header("Idempotency-Key", UUID.randomUUID().toString()))
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"));
  }

  @Test
  void who_named_the_version_of_before_is_told_that_it_is_stale() throws SQLException {
    String id = waiting();
    String etag = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + id).header("ETag");
    rejectedDuringAnotherChange(id, request -> request.header("If-Match", etag))
        .then()
        .statusCode(412);
  }
}
