package org.bihuan.inspection.recheck;

import static org.awaitility.Awaitility.await;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.RecheckPlanned;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
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
class RecheckApiTest {

  private final AcceptedReply reply = AcceptedReply.first();

  private static String named(String subject, String unit) {
    return "{\"inspectors\":[{\"subject\":\"%s\",\"unitCode\":\"%s\"}]}".formatted(subject, unit);
  }

  @Test
  void an_accepted_reply_plans_a_recheck_and_says_so() {
    String id = reply.recheck();
    team()
        .get("/api/v1/rechecks/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("problemId", equalTo(reply.problemId().toString()))
        .body("itemId", equalTo(reply.itemId().toString()))
        .body("round", equalTo(0))
        .body("leadUnit.code", equalTo(LEAD_UNIT))
        .body("place.subdistrictCode", equalTo(SUBDISTRICT))
        .body("standingDemand", equalTo("增加公厕的打扫频次"))
        .body("dueAt", equalTo(reply.fact().occurredAt().plus(Duration.ofDays(7)).toString()))
        .body("outcome", nullValue())
        .body("overdue", equalTo(false))
        .body("allowedActions", contains("ASSIGN", "WAIVE_EVIDENCE"));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 1);
    RecheckPlanned planned = assertInstanceOf(RecheckPlanned.class, told.get(0));
    assertEquals(UUID.fromString(id), planned.recheckId());
    assertEquals("SYSTEM", planned.actor().role());
  }

  @Test
  void the_same_acceptance_told_again_plans_nothing() {
    UUID eventId = UUID.randomUUID();
    Facts.tell(reply.fact(), eventId);
    Facts.tell(reply.fact(), eventId);
    Facts.tell(reply.cancellation());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                team()
                    .get("/api/v1/rechecks?count=exact&itemId=" + reply.itemId())
                    .then()
                    .body("items.status", contains("CANCELLED"))
                    .body("total", equalTo(1)));
    assertEquals(1, Facts.toldAbout(reply.problemId().toString(), 1).size());
  }

  @Test
  void a_new_round_while_the_last_one_is_open_is_a_dead_letter() {
    reply.recheck();
    Facts.tell(reply.ofRound(1).fact());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as(Role.ADMIN)
                    .get("/operations/dead-letters")
                    .then()
                    .body("key", hasItem(reply.problemId().toString())));
    team().get("/api/v1/rechecks?itemId=" + reply.itemId()).then().body("items.round", contains(0));
  }

  @Test
  void a_cancelled_recheck_takes_no_outcome() {
    String id = reply.recheck();
    Facts.tell(reply.cancellation());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> team().get("/api/v1/rechecks/" + id).path("status"), equalTo("CANCELLED"));
    inspector()
        .body("{\"outcome\":\"PASSED\"}")
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("CANCELLED"))
        .body("requestedAction", equalTo("GIVE_OUTCOME"))
        .body("allowedActions", empty());
    unit(LEAD_UNIT).get("/api/v1/rechecks/" + id).then().statusCode(200);
  }

  @Test
  void the_special_team_names_inspectors_and_names_others_instead() {
    String id = reply.recheck();
    team()
        .body(named("inspector-7", OTHER_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(200)
        .body("status", equalTo("ASSIGNED"))
        .body("inspectors.subject", contains("inspector-7"));
    team()
        .body(
            """
            {"inspectors":[{"subject":"inspector-9","unitCode":"%1$s"},
                           {"subject":"inspector-8","unitCode":"%1$s"}]}
            """
                .formatted(OTHER_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(200)
        .body("inspectors.subject", contains("inspector-8", "inspector-9"));
    as(Identity.of(Role.INSPECTOR).called("inspector-9"))
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("allowedActions", contains("GIVE_OUTCOME"));
    as(Identity.of(Role.INSPECTOR).called("inspector-7"))
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("allowedActions", empty());
  }

  @Test
  void an_inspector_of_an_involved_unit_cannot_be_named() {
    String id = reply.recheck();
    team()
        .header("Accept-Language", "en")
        .body(named("inspector-7", JOINT_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("own-unit"))
        .body("title", equalTo("Fixing and checking are done by different units"));
    team()
        .body(named("inspector-7", JOINT_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .body("title", equalTo("整改与核查须由不同单位进行"));
  }

  @Test
  void a_recheck_must_not_be_foreseen_by_those_it_looks_at() {
    String id = reply.recheck();
    for (String code : List.of(LEAD_UNIT, JOINT_UNIT, OTHER_UNIT)) {
      unit(code)
          .get("/api/v1/rechecks/" + id)
          .then()
          .statusCode(404)
          .body("code", equalTo("recheck-not-found"));
      unit(code)
          .get("/api/v1/rechecks?itemId=" + reply.itemId())
          .then()
          .statusCode(200)
          .body("items", empty());
    }
    subdistrict(SUBDISTRICT).get("/api/v1/rechecks/" + id).then().statusCode(200);
    subdistrict(OTHER_SUBDISTRICT).get("/api/v1/rechecks/" + id).then().statusCode(404);
    as(Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT).ofUnit(LEAD_UNIT))
        .get("/api/v1/rechecks/" + id)
        .then()
        .statusCode(404);
    inspector().body("{\"outcome\":\"PASSED\"}").post("/api/v1/rechecks/" + id + "/outcome");
    unit(LEAD_UNIT)
        .get("/api/v1/rechecks/" + id)
        .then()
        .statusCode(200)
        .body("allowedActions", empty());
    unit(OTHER_UNIT).get("/api/v1/rechecks/" + id).then().statusCode(404);
  }

  @Test
  void lists_are_filtered_sorted_and_paged() {
    PlannedInspection.publishReferenceData();
    AcceptedReply second = AcceptedReply.first();
    String one = reply.recheck();
    String two = second.recheck();
    String both =
        "/api/v1/rechecks?status=PLANNED&status=ASSIGNED&unitCode=%s&subdistrictCode=%s&itemId=%s&itemId=%s"
            .formatted(LEAD_UNIT, SUBDISTRICT, reply.itemId(), second.itemId());
    team().get(both).then().statusCode(200).body("items.id", contains(two, one));
    Response page = team().get(both + "&sort=dueAt&limit=1&count=exact");
    page.then().body("items.id", contains(one)).body("total", equalTo(2));
    page.then().header("Link", notNullValue());
    team()
        .get(both + "&sort=dueAt&limit=1&cursor=" + page.path("nextCursor"))
        .then()
        .body("items.id", contains(two))
        .body("nextCursor", nullValue());
    team().get(both + "&outcome=PASSED").then().body("items", empty());
    team().get(both + "&dueBefore=" + reply.fact().occurredAt()).then().body("items", empty());
    team()
        .get("/api/v1/rechecks?problemId=" + second.problemId())
        .then()
        .body("items.id", contains(two));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void every_role_but_the_channel_clerk_may_look(Role role) {
    as(role)
        .get("/api/v1/rechecks?limit=1")
        .then()
        .statusCode(role == Role.CHANNEL_CLERK ? 403 : 200);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void only_the_special_team_names_inspectors(Role role) {
    as(role)
        .body(named("inspector-7", OTHER_UNIT))
        .post("/api/v1/rechecks/" + UUID.randomUUID() + "/assignment")
        .then()
        .statusCode(role == Role.SPECIAL_TEAM ? 404 : 403);
  }

  @Test
  void a_reader_who_has_the_newest_version_gets_304() {
    String id = reply.recheck();
    String tag = team().get("/api/v1/rechecks/" + id).header("ETag");
    team().header("If-None-Match", tag).get("/api/v1/rechecks/" + id).then().statusCode(304);
    team()
        .header("If-Match", tag)
        .body(named("inspector-7", OTHER_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(200);
    team()
        .header("If-Match", tag)
        .body(named("inspector-7", OTHER_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
  }

  @Test
  void the_tag_of_an_answer_is_good_for_the_next_action() {
    String id = reply.recheck();
    String tag =
        team()
            .body(named("inspector-7", OTHER_UNIT))
            .post("/api/v1/rechecks/" + id + "/assignment")
            .header("ETag");
    team()
        .header("If-Match", tag)
        .body(named("inspector-8", OTHER_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(200);
  }

  @Test
  void what_is_wrong_with_a_question_is_named() {
    team()
        .get("/api/v1/rechecks?status=OPEN")
        .then()
        .statusCode(400)
        .body("errors.field", contains("status"))
        .body("errors.code", contains("one-of"));
    team()
        .get("/api/v1/rechecks?unit=X")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-parameter"));
    team()
        .get("/api/v1/rechecks?dueBefore=tomorrow")
        .then()
        .statusCode(400)
        .body("errors.field", contains("dueBefore"));
    team().get("/api/v1/rechecks/none").then().statusCode(404);
    team().get("/api/v1/recheck").then().statusCode(404).body("code", equalTo("not-found"));
    RestAssured.get("/api/v1/rechecks").then().statusCode(401);
  }

  @Test
  void a_subdistrict_that_does_not_say_its_unit_foresees_no_recheck() {
    String path = "/api/v1/rechecks/" + reply.recheck();
    Identity street = Identity.of(Role.SUBDISTRICT).withoutUsualClaims().ofSubdistrict(SUBDISTRICT);
    as(street).get(path).then().statusCode(404);
    as(street.ofUnit(LEAD_UNIT)).get(path).then().statusCode(404);
    as(street.ofUnit(OTHER_UNIT)).get(path).then().statusCode(200);
  }

  @Test
  void inspectors_are_named_once_each_and_not_by_nothing() {
    String id = reply.recheck();
    String path = "/api/v1/rechecks/" + id + "/assignment";
    team().body("{\"inspectors\":[]}").post(path).then().statusCode(400);
    team()
        .body("{\"inspectors\":[{\"subject\":\"a\"},{\"subject\":\"a\"}]}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.code", contains("duplicate"));
    team()
        .body("{\"inspectors\":[{\"subject\":\" \",\"unit\":\"x\"}]}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.field", contains("inspectors[0].unit", "inspectors[0].subject"));
    team()
        .body("{\"inspectors\":[null]}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("required"));
  }

  @Test
  void a_unit_is_known_under_whatever_name_it_is_said() {
    String path = "/api/v1/rechecks/" + reply.recheck() + "/assignment";
    PlannedInspection.publishReferenceData();
    team()
        .body(named("inspector-7", "市场一中心"))
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("own-unit"));
    team()
        .body(named("inspector-7", "没有这个单位"))
        .post(path)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("inspectors[0].unitCode"))
        .body("errors[0].code", equalTo("unknown-unit"));
  }

  @Test
  void nobody_is_named_whose_unit_is_not_said_or_no_code() {
    String path = "/api/v1/rechecks/" + reply.recheck() + "/assignment";
    team()
        .body("{\"inspectors\":[{\"subject\":\"a\",\"unitCode\":\"X\"},{\"subject\":\"b\"}]}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.field", contains("inspectors[1].unitCode"))
        .body("errors.code", contains("required"));
    for (String variant : List.of("", " ", LEAD_UNIT.toLowerCase(Locale.ROOT))) {
      team().body(named("a", variant)).post(path).then().statusCode(400);
    }
  }
}
