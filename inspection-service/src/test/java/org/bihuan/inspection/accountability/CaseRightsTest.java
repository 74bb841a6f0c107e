package org.bihuan.inspection.accountability;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUB_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.accountability.FailingItem.CASES;
import static org.bihuan.inspection.accountability.FailingItem.COMMITTEE;
import static org.bihuan.inspection.accountability.FailingItem.DISCIPLINE;
import static org.bihuan.inspection.accountability.FailingItem.decide;
import static org.bihuan.inspection.accountability.FailingItem.propose;
import static org.bihuan.inspection.accountability.FailingItem.serve;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every role against every state of a case: who reads it, decides about it and has it served. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CaseRightsTest {

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final Identity PROPOSER = COMMITTEE.called("committee-proposer");

  /** In which role somebody asks, and what is answered before and after the service. */
  private record Reader(Identity who, int before, int after) {}

  private static final List<Reader> READERS =
      List.of(
          new Reader(Identity.of(Role.CHANNEL_CLERK), 403, 403),
          new Reader(Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT), 403, 403),
          new Reader(Identity.of(Role.SUBDISTRICT), 403, 403),
          new Reader(Identity.of(Role.INSPECTOR), 403, 403),
          new Reader(Identity.of(Role.LINE_LEADER), 403, 403),
          new Reader(Identity.of(Role.ASSESSOR), 403, 403),
          new Reader(Identity.of(Role.ADMIN), 403, 403),
          new Reader(TEAM, 404, 404),
          new Reader(Identity.of(Role.UNIT_LEADER).ofUnit(LEAD_UNIT), 404, 200),
          new Reader(Identity.of(Role.UNIT_LEADER).ofUnit(OTHER_UNIT), 404, 404),
          new Reader(Identity.of(Role.UNIT_LEADER).withoutUsualClaims(), 403, 403),
          new Reader(Identity.of(Role.TOP_LEADER), 200, 200),
          new Reader(COMMITTEE, 200, 200),
          new Reader(DISCIPLINE, 200, 200),
          new Reader(COMMITTEE.ofUnit("market_service_centre_1"), 403, 403),
          new Reader(DISCIPLINE.ofUnit(" "), 403, 403),
          new Reader(COMMITTEE.ofUnit(LEAD_UNIT), 404, 200),
          new Reader(COMMITTEE.ofUnit(SUB_UNIT), 404, 200),
          new Reader(Identity.of(Role.TOP_LEADER).ofUnit(SUB_UNIT), 404, 200),
          new Reader(Identity.of(Role.UNIT_LEADER).ofUnit(SUB_UNIT), 404, 404),
          new Reader(DISCIPLINE.alsoAs(Role.UNIT_LEADER).ofUnit(LEAD_UNIT), 404, 200),
          new Reader(DISCIPLINE.alsoAs(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT), 404, 200),
          new Reader(DISCIPLINE.alsoAs(Role.UNIT_LEADER).ofUnit(OTHER_UNIT), 200, 200));

  private final FailingItem item = new FailingItem();

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  private String proposed(Identity by, String level) {
    return propose(by, level, LEAD_UNIT, item.fail()).then().statusCode(201).extract().path("id");
  }

  private void assertRead(String id, boolean served) {
    for (Reader reader : READERS) {
      int expected = served ? reader.after() : reader.before();
      String what = reader.who() + (served ? " after" : " before") + " the service";
      assertEquals(expected, as(reader.who()).get(CASES + "/" + id).statusCode(), what);
      Response list = as(reader.who()).get(CASES + "?count=exact&problemId=" + item.problemId());
      assertEquals(expected == 403 ? 403 : 200, list.statusCode(), what);
      if (expected != 403) {
        assertEquals(expected == 200 ? 1 : 0, list.<Integer>path("total"), what);
        assertEquals(expected == 200 ? 1 : 0, list.<List<?>>path("items").size(), what);
      }
    }
  }

  @Test
  void each_role_reads_what_it_may_in_every_state() {
    String id = proposed(PROPOSER, "C3");
    assertRead(id, false);
    decide(DISCIPLINE, id, "ACCEPTED").then().statusCode(200);
    assertRead(id, false);
    serve(DISCIPLINE, id).then().statusCode(200);
    assertRead(id, true);
  }

  @Test
  void the_special_team_reads_what_it_has_proposed() {
    String id = proposed(TEAM, "C2");
    as(TEAM.called("somebody-else-of-the-team")).get(CASES + "/" + id).then().statusCode(200);
    as(TEAM.ofUnit(LEAD_UNIT)).get(CASES + "/" + id).then().statusCode(404);
  }

  @ParameterizedTest(name = "{0} is decided by {1}")
  @CsvSource({
    "C1, COMMITTEE_INSPECTOR",
    "C2, COMMITTEE_INSPECTOR",
    "C3, DISCIPLINE",
  })
  void each_level_is_decided_and_served_by_its_role_alone(String level, Role decider) {
    String id = proposed(TEAM, level);
    for (Role role : Role.values()) {
      Identity other = Identity.of(role).alsoAs(Role.TOP_LEADER);
      if (role != decider) {
        decide(other, id, "ACCEPTED").then().statusCode(403);
        serve(other, id).then().statusCode(403);
      }
    }
    Identity wrong = decider == Role.DISCIPLINE ? COMMITTEE : DISCIPLINE;
    decide(wrong, id, "REFUSED").then().statusCode(403).body("code", equalTo("not-your-level"));
    serve(Identity.of(decider), id)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("PROPOSED"));
    decide(Identity.of(decider), id, "ACCEPTED")
        .then()
        .statusCode(200)
        .body("decidedBy.role", equalTo(decider.name()));
    serve(wrong, id).then().statusCode(403).body("code", equalTo("not-your-level"));
    serve(Identity.of(decider), id).then().statusCode(200);
  }

  @Test
  void the_unit_above_and_the_unit_below_decide_nothing_about_each_other() {
    String ofSubUnit =
        propose(TEAM, "C2", SUB_UNIT, item.failOf(SUB_UNIT, "NOT_RECTIFIED"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    decide(COMMITTEE.ofUnit(LEAD_UNIT), ofSubUnit, "ACCEPTED").then().statusCode(404);
    String ofLeadUnit = proposed(TEAM, "C2");
    decide(COMMITTEE.ofUnit(SUB_UNIT), ofLeadUnit, "ACCEPTED").then().statusCode(404);
    propose(COMMITTEE.ofUnit(SUB_UNIT), "C1", LEAD_UNIT, item.fail())
        .then()
        .statusCode(409)
        .body("code", equalTo("subject-unit"));
    decide(COMMITTEE, ofSubUnit, "ACCEPTED").then().statusCode(200);
    serve(COMMITTEE, ofSubUnit).then().statusCode(200);
    serve(COMMITTEE.ofUnit(LEAD_UNIT), ofSubUnit)
        .then()
        .statusCode(409)
        .body("code", equalTo("subject-unit"));
    decide(COMMITTEE.ofUnit(LEAD_UNIT), ofSubUnit, "REFUSED")
        .then()
        .statusCode(409)
        .body("code", equalTo("subject-unit"));
  }

  @Test
  void nobody_decides_about_an_own_proposal() {
    String id = proposed(PROPOSER, "C2");
    as(PROPOSER).get(CASES + "/" + id).then().body("allowedActions.size()", equalTo(0));
    decide(PROPOSER, id, "ACCEPTED").then().statusCode(409).body("code", equalTo("own-proposal"));
    decide(PROPOSER.alsoAs(Role.DISCIPLINE), id, "ACCEPTED").then().statusCode(409);
    decide(COMMITTEE, id, "ACCEPTED").then().statusCode(200);
  }

  @Test
  void who_has_done_all_its_rechecks_does_not_decide_about_a_case() {
    Identity inspector = COMMITTEE.called("committee-on-the-spot");
    String first = item.failSeenBy(inspector);
    String id = propose(TEAM, "C2", LEAD_UNIT, first).then().statusCode(201).extract().path("id");
    as(inspector).get(CASES + "/" + id).then().body("allowedActions", empty());
    decide(inspector, id, "REFUSED").then().statusCode(409).body("code", equalTo("own-recheck"));
    String also =
        as(TEAM)
            .body(
                """
                {"level":"C2","subjectUnitCode":"%s",
                 "basis":[{"kind":"RECHECK","id":"%s"},{"kind":"RECHECK","id":"%s"}]}
                """
                    .formatted(LEAD_UNIT, first, item.fail()))
            .post(CASES)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    decide(inspector, also, "REFUSED").then().statusCode(200);
  }

  @Test
  void a_case_is_decided_once_and_served_once() {
    String id = proposed(TEAM, "C2");
    decide(COMMITTEE, id, "ACCEPTED").then().statusCode(200);
    for (String decision : List.of("ACCEPTED", "REFUSED")) {
      decide(COMMITTEE.called("another"), id, decision)
          .then()
          .statusCode(409)
          .body("code", equalTo("illegal-transition"))
          .body("currentStatus", equalTo("CONFIRMED"));
    }
    serve(COMMITTEE, id).then().statusCode(200);
    serve(COMMITTEE, id).then().statusCode(409).body("currentStatus", equalTo("SERVED"));
    String dismissed = proposed(TEAM, "C2");
    decide(COMMITTEE, dismissed, "REFUSED").then().statusCode(200);
    serve(COMMITTEE, dismissed).then().statusCode(409);
    decide(COMMITTEE, dismissed, "ACCEPTED").then().statusCode(409);
  }

  @Test
  void of_two_who_decide_at_once_one_is_refused() {
    String id = proposed(TEAM, "C2");
    List<Integer> statuses =
        Stream.of("ACCEPTED", "REFUSED")
            .map(
                decision ->
                    CompletableFuture.supplyAsync(
                        () ->
                            decide(COMMITTEE.called("one-who-" + decision), id, decision)
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(200, 409), statuses);
  }

  @Test
  void who_believes_in_another_version_neither_decides_nor_serves() {
    String id = proposed(TEAM, "C2");
    Response read = as(COMMITTEE).get(CASES + "/" + id);
    String version = read.header("ETag");
    String other = "\"4711\"";
    Map<String, String> decision = Map.of("decision", "ACCEPTED", "reason", "事实清楚");
    String path = CASES + "/" + id + "/decision";
    as(COMMITTEE).header("If-Match", other).body(decision).post(path).then().statusCode(412);
    as(COMMITTEE).header("If-Match", version).body(decision).post(path).then().statusCode(200);
    path = CASES + "/" + id + "/service";
    as(COMMITTEE).header("If-Match", version).post(path).then().statusCode(412);
    as(COMMITTEE).get(CASES + "/" + id).then().body("status", equalTo("CONFIRMED"));
  }

  @Test
  void a_decision_says_why() {
    String id = proposed(TEAM, "C2");
    for (String reason : List.of("", ",\"reason\":\"\"", ",\"reason\":\" \"")) {
      as(COMMITTEE)
          .body("{\"decision\":\"ACCEPTED\"" + reason + "}")
          .post(CASES + "/" + id + "/decision")
          .then()
          .statusCode(400)
          .body("errors.field", contains("reason"));
    }
  }

  @Test
  void a_decision_that_was_sent_twice_is_one() {
    String id = proposed(TEAM, "C2");
    Map<String, String> body = Map.of("decision", "ACCEPTED", "reason", "事实清楚");
    String key = "decide-" + id;
    for (int sent = 1; sent <= 2; sent++) {
      as(COMMITTEE)
          .header("Idempotency-Key", key)
          .body(body)
          .post(CASES + "/" + id + "/decision")
          .then()
          .statusCode(200)
          .body("status", equalTo("CONFIRMED"));
    }
  }
}
