package org.bihuan.inspection.writeoff;

import static org.bihuan.inspection.Callers.JOINT_UNIT;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.subdistrict;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.StoredAttachment;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class OutcomeApiTest {

  private static final String PASSED = "{\"outcome\":\"PASSED\"}";

  @Inject DataSource dataSource;

  private final AcceptedReply reply = AcceptedReply.first();

  private static String path(String recheck) {
    return "/api/v1/rechecks/" + recheck + "/outcome";
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }

  @Test
  void a_passed_recheck_writes_the_problem_off() {
    String id = reply.recheck();
    UUID photo = StoredAttachment.by("inspector-1");
    inspector("inspector-1", OTHER_UNIT)
        .body(
            """
            {"outcome":"PASSED","note":"地砖已补齐","attachmentIds":["%s"],"arrivedAt":"%s",
             "longitude":120.3561,"latitude":36.0835,"crs":"GCJ02"}
            """
                .formatted(photo, Instant.now().minus(5, ChronoUnit.MINUTES)))
        .post(path(id))
        .then()
        .statusCode(200)
        .body("status", equalTo("DONE"))
        .body("outcome", equalTo("PASSED"))
        .body("position.sentCrs", equalTo("GCJ02"))
        .body("position.sentLongitude", equalTo(120.3561f))
        .body("beforeAdvisedTime", equalTo(false))
        .body("doneBy.unitCode", equalTo(OTHER_UNIT))
        .body("allowedActions", empty());
    team()
        .get("/api/v1/write-offs?problemId=" + reply.problemId())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].recheckId", equalTo(id))
        .body("items[0].itemId", equalTo(reply.itemId().toString()))
        .body("items[0].problemSerial", equalTo("P-2026-000815"))
        .body("items[0].unit.code", equalTo(LEAD_UNIT))
        .body("items[0].round", equalTo(0))
        .body("items[0].actor.subject", equalTo("inspector-1"));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 3);
    RecheckPassed passed = assertInstanceOf(RecheckPassed.class, told.get(1));
    ProblemWrittenOff writtenOff = assertInstanceOf(ProblemWrittenOff.class, told.get(2));
    assertEquals(id, passed.recheckId().toString());
    assertEquals(List.of(StoredAttachment.told(photo)), passed.attachments());
    assertEquals(id, writtenOff.recheckId().toString());
    assertEquals(reply.itemId(), writtenOff.itemId());
    assertEquals("inspector-1", writtenOff.actor().subject());
  }

  @Test
  void a_failed_recheck_asks_for_rework_and_the_next_round_may_pass() {
    String first = reply.recheck();
    inspector()
        .body("{\"outcome\":\"NOT_RECTIFIED\",\"note\":\"地砖仍有缺失\"}")
        .post(path(first))
        .then()
        .statusCode(200)
        .body("outcome", equalTo("NOT_RECTIFIED"));
    team().get("/api/v1/write-offs?itemId=" + reply.itemId()).then().body("items", empty());
    String second = reply.ofRound(1).recheck();
    inspector().body(PASSED).post(path(second)).then().statusCode(200);
    team()
        .get("/api/v1/rechecks?sort=dueAt&itemId=" + reply.itemId())
        .then()
        .body("items.round", containsInAnyOrder(0, 1))
        .body("items.outcome", containsInAnyOrder("NOT_RECTIFIED", "PASSED"));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 5);
    RecheckFailed failed = assertInstanceOf(RecheckFailed.class, told.get(1));
    assertEquals(RecheckOutcome.NOT_RECTIFIED, failed.outcome());
    assertEquals(0, failed.round());
    assertEquals(1, assertInstanceOf(RecheckPassed.class, told.get(3)).round());
  }

  @Test
  void an_outcome_is_given_once() {
    String id = reply.recheck();
    inspector().body(PASSED).post(path(id)).then().statusCode(200);
    inspector()
        .header("Accept-Language", "en")
        .body(PASSED)
        .post(path(id))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("illegal-transition"))
        .body("title", equalTo("Not possible in this state"))
        .body("currentStatus", equalTo("DONE"));
  }

  @Test
  void of_two_inspectors_at_the_same_moment_one_is_heard() {
    String id = reply.recheck();
    List<Integer> answers =
        List.of("inspector-1", "inspector-2").parallelStream()
            .map(subject -> inspector(subject, OTHER_UNIT).body(PASSED).post(path(id)))
            .map(Response::statusCode)
            .sorted()
            .toList();
    assertEquals(List.of(200, 409), answers);
    team()
        .get("/api/v1/write-offs?count=exact&itemId=" + reply.itemId())
        .then()
        .body("total", equalTo(1));
  }

  @Test
  void a_repeated_request_gets_the_first_answer() {
    String id = reply.recheck();
    String key = UUID.randomUUID().toString();
    String first =
        inspector()
            .header("Idempotency-Key", key)
            .body(PASSED)
            .post(path(id))
            .then()
            .statusCode(200)
            .extract()
            .path("doneAt");
    inspector()
        .header("Idempotency-Key", key)
        .body(PASSED)
        .post(path(id))
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("doneAt", equalTo(first));
    inspector()
        .header("Idempotency-Key", key)
        .body("{\"outcome\":\"PARTIAL\",\"note\":\"x\"}")
        .post(path(id))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void nobody_rechecks_the_work_of_the_own_unit() {
    String id = reply.recheck();
    for (String involved : List.of(LEAD_UNIT, JOINT_UNIT)) {
      inspector("inspector-1", involved)
          .body(PASSED)
          .post(path(id))
          .then()
          .statusCode(409)
          .body("code", equalTo("own-unit"));
      inspector("inspector-1", involved)
          .get("/api/v1/rechecks/" + id)
          .then()
          .body("allowedActions", empty());
    }
  }

  @Test
  void once_inspectors_are_named_nobody_else_judges() {
    String id = reply.recheck();
    team()
        .body(
            "{\"inspectors\":[{\"subject\":\"inspector-1\",\"unitCode\":\"" + OTHER_UNIT + "\"}]}")
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(200);
    inspector("inspector-2", OTHER_UNIT)
        .body(PASSED)
        .post(path(id))
        .then()
        .statusCode(403)
        .body("code", equalTo("not-assigned"));
    inspector("inspector-1", OTHER_UNIT).body(PASSED).post(path(id)).then().statusCode(200);
  }

  @Test
  void an_inspector_whose_unit_nobody_knows_may_not_judge() {
    String id = reply.recheck();
    Identity unknown = Identity.of(Role.INSPECTOR).withoutUsualClaims();
    for (Identity who : List.of(unknown, unknown.ofUnit(" "), unknown.ofUnit("market_centre"))) {
      as(who)
          .body(PASSED)
          .post(path(id))
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"));
    }
    as(unknown).get("/api/v1/rechecks/" + id).then().body("allowedActions", empty());
    as(Role.COMMITTEE_INSPECTOR).body(PASSED).post(path(id)).then().statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void only_inspectors_judge(Role role) {
    boolean inspects = role == Role.INSPECTOR || role == Role.COMMITTEE_INSPECTOR;
    as(role)
        .body(PASSED)
        .post(path(UUID.randomUUID().toString()))
        .then()
        .statusCode(inspects ? 404 : 403);
  }

  @Test
  void every_fault_of_a_report_is_named_at_once() {
    String id = reply.recheck();
    inspector()
        .body(
            """
            {"outcome":"PARTIAL","note":" ","longitude":200,"crs":"GCJ02","photo":"x"}
            """)
        .post(path(id))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.field", containsInAnyOrder("photo", "latitude", "longitude", "note"))
        .body(
            "errors.code",
            containsInAnyOrder("unknown-field", "point-incomplete", "most", "note-for-failure"))
        .body("errors.message", hasItems("结论不是 PASSED 时须说明情况"));
    inspector()
        .body("{\"outcome\":\"FINE\",\"note\":\"" + "长".repeat(2001) + "\"}")
        .post(path(id))
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("outcome", "note"))
        .body("errors.code", containsInAnyOrder("one-of", "size"));
    inspector()
        .body("{\"outcome\":")
        .post(path(id))
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    inspector()
        .body(
            "{\"outcome\":\"PASSED\",\"arrivedAt\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(600)))
        .post(path(id))
        .then()
        .statusCode(400)
        .body("errors.code", contains("in-the-future"));
    inspector()
        .header("Accept-Language", "en")
        .body(
            "{\"outcome\":\"PASSED\",\"arrivedAt\":\"%s\"}"
                .formatted(reply.repliedAt().minus(1, ChronoUnit.HOURS)))
        .post(path(id))
        .then()
        .statusCode(422)
        .body("code", equalTo("arrived-before-reply"))
        .body("title", equalTo("Arrival before the reply"));
  }

  @Test
  void a_stale_version_is_refused() {
    String id = reply.recheck();
    inspector()
        .header("If-Match", "\"99\"")
        .body(PASSED)
        .post(path(id))
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
  }

  @Test
  void the_journal_shows_each_caller_what_concerns_it() {
    String id = reply.recheck();
    inspector().body(PASSED).post(path(id)).then().statusCode(200);
    String list = "/api/v1/write-offs?itemId=" + reply.itemId();
    unit(LEAD_UNIT).get(list).then().body("items.recheckId", contains(id));
    unit(OTHER_UNIT).get(list).then().statusCode(200).body("items", empty());
    subdistrict(SUBDISTRICT).get(list).then().body("items.recheckId", contains(id));
    subdistrict(OTHER_SUBDISTRICT).get(list).then().body("items", empty());
    team().get(list + "&unitCode=" + LEAD_UNIT).then().body("items.recheckId", contains(id));
    team().get(list + "&subdistrictCode=" + OTHER_SUBDISTRICT).then().body("items", empty());
    team().get(list + "&to=" + reply.repliedAt()).then().body("items", empty());
    team().get(list + "&from=" + reply.repliedAt()).then().body("items.recheckId", contains(id));
    as(Role.CHANNEL_CLERK).get(list).then().statusCode(403);
  }

  @Test
  void the_database_keeps_the_journal_as_it_was_written() {
    String id = reply.recheck();
    inspector().body(PASSED).post(path(id)).then().statusCode(200);
    for (String change :
        List.of(
            "update write_off set written_off_at = now() where recheck_id = '" + id + "'",
            "delete from write_off where recheck_id = '" + id + "'",
            "truncate write_off",
            "update recheck set outcome = 'PARTIAL', note = 'x' where id = '" + id + "'",
            "delete from recheck where id = '" + id + "'")) {
      SQLException refusal = assertThrows(SQLException.class, () -> sql(change));
      assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
    }
  }

  @Test
  void the_database_writes_nothing_off_without_a_passed_recheck() {
    String planned = reply.recheck();
    String failed = AcceptedReply.first().recheck();
    inspector()
        .body("{\"outcome\":\"PARTIAL\",\"note\":\"x\"}")
        .post(path(failed))
        .then()
        .statusCode(200);
    for (String recheck : List.of(planned, failed)) {
      SQLException refusal =
          assertThrows(
              SQLException.class,
              () ->
                  sql(
                      """
                      insert into write_off (id, recheck_id, problem_id, item_id, written_off_at)
                      select gen_random_uuid(), id, problem_id, item_id, now() from recheck
                      where id = '%s'
                      """
                          .formatted(recheck)));
      assertTrue(refusal.getMessage().contains("foreign key"), refusal.getMessage());
    }
  }
}
