package org.bihuan.inspection.evaluation;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.EVALUATIONS;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.body;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.id;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.observation;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.observe;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.planned;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.underWay;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.PointObserved;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.StoredAttachment;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mock evaluations from the plan to the conclusion. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class EvaluationApiTest {

  private static boolean published;

  @Inject DataSource database;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  @Test
  void it_is_planned_begun_observed_and_concluded() {
    String address = planned("inspector-1");
    team()
        .get(address)
        .then()
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("pointCount", equalTo(2))
        .body("allowedActions", contains("START", "CANCEL"));
    team()
        .post(address + "/start")
        .then()
        .statusCode(200)
        .body("status", equalTo("UNDER_WAY"))
        .body("startedAt", notNullValue())
        .body("allowedActions", contains("OBSERVE", "CONCLUDE"));
    String observed =
        observe(team(), address, 1, 1, "PASSED")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    team().get(observed).then().statusCode(200).body("item", equalTo(1));
    team()
        .body("{\"summary\":\"总体良好\"}")
        .post(address + "/conclusion")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"))
        .body("summary", equalTo("总体良好"))
        .body("concludedBy.role", equalTo("SPECIAL_TEAM"))
        .body("allowedActions", equalTo(List.of()));
    team()
        .get(EVALUATIONS + "/points?evaluationId=" + id(address))
        .then()
        .body("items.number", containsInAnyOrder(1, 2))
        .body("items.find { it.number == 1 }.unobserved", equalTo(4))
        .body("items.find { it.number == 1 }.position.sentCrs", equalTo("GCJ02"))
        .body("items.find { it.number == 1 }.scoreRate.value", equalTo(100f));
  }

  @Test
  void one_that_was_called_off_is_never_begun() {
    String address = planned();
    team()
        .body("{\"reason\":\"改期\"}")
        .post(address + "/cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("cancellationReason", equalTo("改期"));
    team()
        .post(address + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
  }

  @Test
  void nothing_is_observed_before_it_begins_nor_after_its_conclusion() {
    String address = planned();
    observe(inspector(), address, 1, 1, "PASSED")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    team().post(address + "/start").then().statusCode(200);
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(201);
    team().body("{\"summary\":\"完\"}").post(address + "/conclusion").then().statusCode(200);
    observe(inspector(), address, 1, 2, "PASSED")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("CONCLUDED"));
    team().get(address).then().body("scoreRate.denominator", equalTo(1));
  }

  @Test
  void what_is_told_again_counts_once_also_after_the_conclusion() {
    String address = underWay();
    String id =
        observe(inspector(), address, 1, 1, "PASSED").then().statusCode(201).extract().path("id");
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(200).body("id", equalTo(id));
    team().body("{\"summary\":\"完\"}").post(address + "/conclusion").then().statusCode(200);
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(200).body("id", equalTo(id));
    team().get(address).then().body("scoreRate.denominator", equalTo(1));
  }

  @Test
  void another_result_of_the_same_item_is_refused_and_the_first_stands() {
    String address = underWay();
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(201);
    observe(inspector(), address, 1, 1, "FAILED")
        .then()
        .statusCode(409)
        .body("code", equalTo("observed-before"));
    team().get(address).then().body("scoreRate.value", equalTo(100f));
  }

  /** Two devices at one point, at one moment. */
  @Test
  void of_many_that_tell_the_same_at_once_one_counts() {
    String address = underWay();
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> observe(inspector(), address, 1, 1, "PASSED").statusCode()))
            .toList();
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).sorted().toList();
    assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 201), statuses);
    team().get(address).then().body("scoreRate.denominator", equalTo(1));
  }

  @Test
  void what_was_noted_without_a_network_keeps_its_moment_within_the_evaluation() {
    String address = underWay();
    Instant start = Instant.parse(team().get(address).path("startedAt"));
    String late =
        observation(1, 1, "PASSED")
            .replace("}", ",\"observedAt\":\"" + start.plusMillis(1) + "\"}");
    inspector()
        .body(late)
        .post(address + "/observations")
        .then()
        .statusCode(201)
        .body("observedAt", notNullValue())
        .body("receivedAt", notNullValue());
    String early =
        observation(1, 2, "PASSED")
            .replace("}", ",\"observedAt\":\"" + start.minusSeconds(3600) + "\"}");
    inspector()
        .body(early)
        .post(address + "/observations")
        .then()
        .statusCode(422)
        .body("code", equalTo("observed-before-start"));
    String future =
        observation(1, 2, "PASSED")
            .replace("}", ",\"observedAt\":\"" + Instant.now().plusSeconds(3600) + "\"}");
    inspector()
        .body(future)
        .post(address + "/observations")
        .then()
        .statusCode(400)
        .body("errors.code", contains("in-the-future"));
  }

  @Test
  void what_cannot_be_observed_is_refused_by_name() {
    String address = underWay();
    observe(inspector(), address, 3, 1, "PASSED")
        .then()
        .statusCode(400)
        .body("errors.collect { it.field + ' ' + it.code }", contains("point unknown-point"));
    observe(inspector(), address, 1, 6, "PASSED")
        .then()
        .statusCode(400)
        .body("errors.collect { it.field + ' ' + it.code }", contains("item unknown-item"));
    inspector()
        .body("{\"point\":1,\"item\":1,\"outcome\":\"FAILED\"}")
        .post(address + "/observations")
        .then()
        .statusCode(400)
        .body("errors.collect { it.field + ' ' + it.code }", contains("note note-for-failed-item"));
    team()
        .body(body().replace("SCHOOL", "CASTLE").replace(SUBDISTRICT, "370203999"))
        .post(EVALUATIONS)
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "points[0].subdistrictCode unknown-subdistrict",
                "points[1].placeType unknown-place-type"));
    for (String missing :
        List.of(
            EVALUATIONS + "/" + UUID.randomUUID(),
            "/api/v1/evaluation-observations/" + UUID.randomUUID(),
            "/api/v1/evaluation-checklists/" + UUID.randomUUID())) {
      team().get(missing).then().statusCode(404);
    }
    inspector()
        .body("{\"title\":\"积水\"}")
        .post("/api/v1/evaluation-observations/" + UUID.randomUUID() + "/finding")
        .then()
        .statusCode(404)
        .body("code", equalTo("observation-not-found"));
  }

  @Test
  void who_is_not_named_leaves_it_to_those_who_are() {
    String address = underWay("inspector-1");
    Identity other = Identity.of(Role.INSPECTOR).called("inspector-2");
    observe(as(other), address, 1, 1, "PASSED")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-evaluation"));
    as(other).get(address).then().statusCode(200).body("allowedActions", equalTo(List.of()));
    Identity named = Identity.of(Role.INSPECTOR).called("inspector-1");
    observe(as(named), address, 1, 1, "PASSED").then().statusCode(201);
    as(named).get(address).then().body("allowedActions", contains("OBSERVE"));
    as(named).post(address + "/start").then().statusCode(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"UNIT_HANDLER", "UNIT_LEADER", "SUBDISTRICT", "CHANNEL_CLERK"})
  void those_who_are_evaluated_read_nothing_of_it(Role role) {
    String address = underWay();
    for (String asked :
        List.of(
            address,
            EVALUATIONS,
            EVALUATIONS + "/points",
            "/api/v1/evaluation-observations",
            EVALUATIONS + "/scores",
            "/api/v1/evaluation-checklists")) {
      as(role).get(asked).then().statusCode(403);
    }
  }

  @Test
  void who_speaks_for_the_evaluated_foresees_none_in_another_role_either() {
    String address = planned("inspector-1");
    for (Identity who :
        List.of(
            Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT).alsoAs(Role.ASSESSOR),
            Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT).alsoAs(Role.INSPECTOR))) {
      Identity stranger = who.called("stranger");
      as(stranger).get(address).then().statusCode(404);
      as(stranger)
          .get(EVALUATIONS + "?limit=200")
          .then()
          .statusCode(200)
          .body("items.id", not(hasItem(id(address))));
      as(stranger)
          .get(EVALUATIONS + "/points?limit=200&evaluationId=" + id(address))
          .then()
          .statusCode(200)
          .body("items", equalTo(List.of()));
      as(who.called("inspector-1")).get(address).then().statusCode(200);
    }
    team().post(address + "/start").then().statusCode(200);
    as(Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT).alsoAs(Role.ASSESSOR).called("stranger"))
        .get(address)
        .then()
        .statusCode(200);
  }

  @Test
  void what_failed_becomes_a_finding_that_goes_through_the_loop_once() {
    String address = underWay();
    String observed =
        observe(inspector(), address, 1, 2, "FAILED").then().statusCode(201).extract().path("id");
    String path = "/api/v1/evaluation-observations/" + observed + "/finding";
    String request = "{\"title\":\"市场积水\"}";
    inspector()
        .body("{\"title\":\"市场积水\",\"categoryCode\":\"NOWHERE\"}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-category"));
    String finding =
        inspector()
            .body(request)
            .post(path)
            .then()
            .statusCode(201)
            .body("inspectionId", equalTo(null))
            .body("evaluationId", equalTo(id(address)))
            .body("observationId", equalTo(observed))
            .body("description", equalTo("现场已查看"))
            .body("place.address", equalTo("南山市场"))
            .extract()
            .path("id");
    FindingReported told =
        assertInstanceOf(FindingReported.class, Facts.toldAbout(finding, 1).get(0));
    assertEquals(id(address), told.evaluationId().toString());
    assertNull(told.inspectionId());
    assertNull(told.tier());
    assertEquals(SUBDISTRICT, told.place().subdistrictCode());
    inspector()
        .body(request)
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("finding-reported"));
    team()
        .get("/api/v1/evaluation-observations?found=true&evaluationId=" + id(address))
        .then()
        .body("items.findingId", contains(finding));
    team()
        .get("/api/v1/findings?evaluationId=" + id(address))
        .then()
        .body("items.id", contains(finding));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASSED", "NOT_APPLICABLE"})
  void only_what_failed_becomes_a_finding(String outcome) {
    String address = underWay();
    String observed =
        observe(inspector(), address, 1, 1, outcome).then().statusCode(201).extract().path("id");
    inspector()
        .body("{\"title\":\"积水\"}")
        .post("/api/v1/evaluation-observations/" + observed + "/finding")
        .then()
        .statusCode(409)
        .body("code", equalTo("observation-not-failed"));
  }

  @Test
  void photos_of_an_observation_are_used_once_and_intake_is_told_to_keep_them() {
    String address = underWay();
    UUID photo = StoredAttachment.by("inspector-9");
    Identity who = Identity.of(Role.INSPECTOR).called("inspector-9");
    String sent =
        observation(1, 1, "PASSED").replace("}", ",\"attachmentIds\":[\"" + photo + "\"]}");
    String id =
        as(who)
            .body(sent)
            .post(address + "/observations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    PointObserved told = assertInstanceOf(PointObserved.class, Facts.toldAbout(id, 1).get(0));
    assertEquals(List.of(StoredAttachment.told(photo)), told.attachments());
    as(who)
        .body(sent.replace("\"item\":1", "\"item\":2"))
        .post(address + "/observations")
        .then()
        .statusCode(400)
        .body("errors.code", contains("attachment-used"));
  }

  @Test
  void the_database_keeps_what_was_observed_and_concluded() throws SQLException {
    String address = underWay();
    String observed = observe(inspector(), address, 1, 1, "PASSED").path("id");
    team().body("{\"summary\":\"完\"}").post(address + "/conclusion").then().statusCode(200);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String forged :
          List.of(
              "update observation set outcome = 'FAILED', note = 'x' where id = '" + observed + "'",
              "delete from observation where id = '" + observed + "'",
              "update mock_evaluation set summary = 'x' where id = '" + id(address) + "'",
              "update observation set place_type_code = 'SCHOOL' where id = '" + observed + "'",
              "update observation set subdistrict_code = 'x' where id = '" + observed + "'",
              "update observation set observed_by_unit_code = 'x' where id = '" + observed + "'",
              "update evaluation_point set place = 'x' where evaluation_id = '" + id(address) + "'",
              "update checklist set place_type_name = 'x' where place_type_code = 'MARKET'",
              "update checklist_item set standard = 'x' where number = 5",
              "delete from checklist_item where number = 5",
              "insert into observation select gen_random_uuid(), evaluation_id, point_id, checklist_id, 2, outcome,"
                  + " note, attachment_ids, observed_at, received_at, observed_by_role, observed_by_unit_code,"
                  + " observed_by_subject, place_type_code, subdistrict_code, weight, null from observation"
                  + " where id = '"
                  + observed
                  + "'")) {
        assertThrows(SQLException.class, () -> statement.executeUpdate(forged), forged);
      }
    }
  }
}
