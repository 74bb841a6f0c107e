package org.bihuan.inspection.fieldwork;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.subdistrict;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.InspectionEvent.FindingDecided;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After 南山市场: the inspectors sit down with the units, and each problem gets its decision. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class RoundtableTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static boolean published;

  private String path;

  @BeforeEach
  void is_under_way_with_a_round_table_to_come() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
    path = "/api/v1/inspections/" + planned(true);
    team().post(path + "/start").then().statusCode(200);
  }

  private static String planned(boolean roundtable) {
    return team()
        .body(
            PlannedInspection.body("AREA", "UNANNOUNCED")
                .replaceFirst("\"focus\":", "\"roundtablePlanned\":" + roundtable + ",\"focus\":"))
        .post("/api/v1/inspections")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String found(int stop) {
    return team()
        .body(
            "{\"stop\":%d,\"title\":\"占道经营\",\"description\":\"摊位占道\",\"categoryCode\":\"SANITATION\"}"
                .formatted(stop))
        .post(path + "/findings")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String decision(String finding) {
    return "{\"findingId\":\"%s\",\"text\":\"规范市场门前秩序\",\"responsibleUnitCode\":\"市场一中心\",\"dueOn\":\"%s\"}"
        .formatted(finding, TODAY.plusDays(3));
  }

  private ValidatableResponse hold(String... decisions) {
    return hold(Instant.now(), decisions);
  }

  private ValidatableResponse hold(Instant heldAt, String... decisions) {
    return team()
        .body(
            """
            {"heldAt":"%s","place":"南山市场二楼会议室",
             "attendees":[{"unitCode":"市场一中心","person":"值班主任"}],"decisions":[%s]}
            """
                .formatted(heldAt, String.join(",", decisions)))
        .post(path + "/roundtable")
        .then();
  }

  private ValidatableResponse conclude() {
    return team()
        .body(
            """
            {"summary":"两处已查看","unvisited":[{"stop":3,"reason":"道路施工"}]}
            """)
        .post(path + "/conclusion")
        .then();
  }

  @Test
  void each_finding_gets_its_decision_and_the_fact_is_told() {
    String first = found(1);
    String second = found(2);
    hold(decision(first), decision(second))
        .statusCode(200)
        .body("roundtables", hasSize(1))
        .body("roundtables[0].place", equalTo("南山市场二楼会议室"))
        .body("roundtables[0].attendees.unit.code", contains(LEAD_UNIT))
        .body("roundtables[0].attendees.person", contains("值班主任"))
        .body("roundtables[0].recordedBy.role", equalTo("SPECIAL_TEAM"))
        .body("findings.decision.text", contains("规范市场门前秩序", "规范市场门前秩序"));
    team()
        .get("/api/v1/findings/" + first)
        .then()
        .body("decision.responsibleUnit.code", equalTo(LEAD_UNIT))
        .body("decision.responsibleUnit.name", equalTo("市场服务建设一中心"))
        .body("decision.dueOn", equalTo(TODAY.plusDays(3).toString()))
        .body("decision.roundtableId", equalTo(team().get(path).path("roundtables[0].id")));
    FindingDecided told = assertInstanceOf(FindingDecided.class, Facts.toldAbout(first, 2).get(1));
    assertEquals(path, "/api/v1/inspections/" + told.inspectionId());
    assertEquals(new UnitName(LEAD_UNIT, "市场服务建设一中心"), told.responsibleUnit());
    assertEquals(TODAY.plusDays(3), told.dueOn());
    assertNull(told.problemId());
    conclude().statusCode(200).body("status", equalTo("CONCLUDED"));
  }

  @Test
  void a_decision_is_settled_once() {
    String finding = found(1);
    hold(decision(finding)).statusCode(200);
    hold(decision(finding))
        .statusCode(409)
        .body("code", equalTo("finding-decided"))
        .body("detail", containsString("占道经营"));
    team().get(path).then().body("roundtables", hasSize(1));
    assertEquals(2, Facts.toldAbout(finding, 2).size());
  }

  @Test
  void the_database_changes_no_decision_and_no_round_table() throws SQLException {
    String finding = found(1);
    hold(decision(finding)).statusCode(200);
    DataSource database = Arc.container().instance(DataSource.class).get();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "update finding set decision_due_on = decision_due_on + 9 where id = '%s'",
              "update finding set roundtable_id = null, decision_text = null, decided_at = null,"
                  + " decision_unit_code = null, decision_unit_name = null, decision_due_on = null"
                  + " where id = '%s'",
              "delete from roundtable where id = (select roundtable_id from finding where id = '%s')",
              "update roundtable set place = 'x'"
                  + " where id = (select roundtable_id from finding where id = '%s')")) {
        String refused = sql.formatted(finding);
        SQLException failure =
            assertThrows(SQLException.class, () -> statement.executeUpdate(refused));
        assertTrue(failure.getMessage().contains("append-only"), failure.getMessage());
      }
    }
  }

  @Test
  void of_two_who_decide_at_once_one_has_decided() {
    String finding = found(1);
    List<Integer> answers =
        Stream.generate(() -> decision(finding))
            .limit(2)
            .map(
                decision ->
                    CompletableFuture.supplyAsync(() -> hold(decision).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(List.of(200, 409), answers);
    team().get(path).then().body("roundtables", hasSize(1));
    assertEquals(2, Facts.toldAbout(finding, 2).size());
  }

  @Test
  void what_is_found_later_is_settled_at_another_round_table() {
    hold(decision(found(1))).statusCode(200);
    String later = found(2);
    conclude()
        .statusCode(409)
        .body("code", equalTo("findings-undecided"))
        .body("detail", containsString("1 项"));
    team().get(path).then().body("stops[2].skippedBecause", nullValue());
    hold(decision(later)).statusCode(200).body("roundtables", hasSize(2));
    conclude().statusCode(200);
    hold().statusCode(409).body("code", equalTo("illegal-transition"));
  }

  @Test
  void without_a_planned_round_table_findings_need_no_decision() {
    path = "/api/v1/inspections/" + planned(false);
    hold().statusCode(409).body("code", equalTo("illegal-transition"));
    team().post(path + "/start").then().statusCode(200);
    String finding = found(1);
    found(2);
    hold(decision(finding)).statusCode(200);
    conclude()
        .statusCode(200)
        .body("findings", hasSize(2))
        .body("findings[0].decision", nullValue())
        .body("findings[1].decision.text", equalTo("规范市场门前秩序"));
  }

  @Test
  void the_unit_that_is_to_answer_sees_the_finding_after_the_round_table_and_others_do_not() {
    String finding = found(1);
    String address = "/api/v1/findings/" + finding;
    unit(LEAD_UNIT).get(address).then().statusCode(404);
    hold(decision(finding)).statusCode(200);
    unit(LEAD_UNIT).get(address).then().statusCode(200).body("decision.text", notNullValue());
    unit(LEAD_UNIT).get(path).then().body("findings.id", contains(finding));
    unit(OTHER_UNIT).get(address).then().statusCode(404);
    unit(OTHER_UNIT).get(path).then().body("findings", empty());
    subdistrict(SUBDISTRICT).get(address).then().body("decision.text", notNullValue());
    subdistrict(OTHER_SUBDISTRICT).get(address).then().statusCode(404);
    unit(LEAD_UNIT).body("{}").post(path + "/roundtable").then().statusCode(403);
  }

  @Test
  void a_problem_is_decided_as_the_finding_it_came_from() {
    String finding = found(1);
    UUID problem = UUID.randomUUID();
    Facts.tell(
        new ItemIssued(
            UUID.randomUUID(),
            problem,
            1,
            UUID.randomUUID(),
            "创督〔2026〕201号",
            UUID.fromString(finding),
            new UnitName(OTHER_UNIT, "大数据局"),
            List.of(),
            DeadlineClass.GENERAL,
            Instant.now().plus(Duration.ofHours(48)),
            "GENERAL-1",
            Instant.now(),
            Actor.system("routing"),
            null,
            null));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> team().get("/api/v1/findings/" + finding).path("problemId") != null);
    hold(decision(finding).replace("findingId\":\"" + finding, "problemId\":\"" + problem))
        .statusCode(200);
    FindingDecided told =
        assertInstanceOf(FindingDecided.class, Facts.toldAbout(finding, 2).get(1));
    assertEquals(problem, told.problemId());
    unit(LEAD_UNIT).get("/api/v1/findings/" + finding).then().statusCode(200);
    unit(OTHER_UNIT).get("/api/v1/findings/" + finding).then().statusCode(200);
  }

  @Test
  void what_is_wrong_with_a_round_table_is_named() {
    String finding = found(1);
    String good = decision(finding);
    refused(good.replace("市场一中心", "无此单位"), "decisions[0].responsibleUnitCode", "unknown-unit");
    refused(decision(UUID.randomUUID() + ""), "decisions[0].findingId", "unknown-finding");
    refused(good.replace("findingId", "problemId"), "decisions[0].problemId", "unknown-finding");
    refused(
        good.replace("{", "{\"problemId\":\"" + UUID.randomUUID() + "\","),
        "decisions[0]",
        "finding-or-problem");
    refused(good + "," + good, "decisions[1]", "duplicate");
    refused(
        good.replace(TODAY.plusDays(3).toString(), TODAY.minusDays(1).toString()),
        "decisions[0].dueOn",
        "due-before-roundtable");
    hold(Instant.now().minusSeconds(3600))
        .statusCode(422)
        .body("code", equalTo("held-before-start"));
    hold(Instant.now().plusSeconds(3600))
        .statusCode(400)
        .body("errors.field", contains("heldAt"))
        .body("errors.code", contains("in-the-future"));
    team()
        .body("{\"heldAt\":\"%s\",\"place\":\"\",\"attendees\":[]}".formatted(Instant.now()))
        .post(path + "/roundtable")
        .then()
        .statusCode(400)
        .body("errors.field", contains("attendees", "place"));
    team().get(path).then().body("roundtables", empty());
  }

  private void refused(String decisions, String field, String code) {
    hold(decisions)
        .statusCode(400)
        .body("errors.field", contains(field))
        .body("errors.code", contains(code));
  }

  @Test
  void only_who_carries_an_inspection_out_records_its_round_table() {
    for (Role role : List.of(Role.LINE_LEADER, Role.TOP_LEADER)) {
      as(role)
          .body(
              "{\"heldAt\":\"%s\",\"place\":\"会议室\",\"attendees\":[{\"unitCode\":\"%s\"}]}"
                  .formatted(Instant.now(), LEAD_UNIT))
          .post(path + "/roundtable")
          .then()
          .statusCode(403)
          .body("code", equalTo("not-your-inspection"));
    }
  }
}
