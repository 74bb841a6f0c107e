package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.Test;

/** The life of an item, as the neighbours and the people of the district drive it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class MainLoopTest {

  @Inject District district;

  @Test
  void a_filed_problem_is_issued_by_rule_with_48_hours_to_the_second() {
    JsonPath found = district.itemOf(district.problem());
    assertThat(found.getList("items"), hasSize(1));
    assertThat(found.getString("items[0].status"), equalTo("ISSUED"));
    assertThat(found.getString("items[0].leadUnit.name"), equalTo("行政执法局"));
    assertThat(found.getString("items[0].orderSerial"), matchesPattern("创督〔20\\d\\d〕[1-9]\\d*号"));
    assertThat(found.getString("items[0].light"), equalTo("GREEN"));
    assertThat(limit(found, "items[0]."), equalTo(Duration.ofHours(48)));
  }

  @Test
  void a_facility_problem_has_72_hours_to_the_second() {
    JsonPath found = district.itemOf(district.problem("ROOF_LEAK", DeadlineClass.FACILITY));
    assertThat(limit(found, "items[0]."), equalTo(Duration.ofHours(72)));
  }

  private static Duration limit(JsonPath json, String at) {
    return Duration.between(
        Instant.parse(json.getString(at + "issuedAt")),
        Instant.parse(json.getString(at + "dueAt")));
  }

  @Test
  void a_problem_that_no_rule_covers_waits_for_the_team() {
    JsonPath found = district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
    assertThat(found.getString("items[0].status"), equalTo("UNASSIGNED"));
    assertThat(found.getString("items[0].unassignedReason"), equalTo("NO_ROUTING_RULE"));
    assertThat(found.getString("items[0].orderId"), nullValue());
    assertThat(found.getList("items[0].allowedActions"), contains("ASSIGN", "CANCEL"));
  }

  @Test
  void a_class_without_hours_waits_for_the_team() {
    JsonPath found = district.itemOf(district.problem("ROOF_LEAK", DeadlineClass.PLANNED));
    assertThat(found.getString("items[0].unassignedReason"), equalTo("NO_LIMIT_FOR_CLASS"));
  }

  @Test
  void an_item_goes_round_the_loop_twice_and_is_written_off() {
    String id = district.accepted();
    assertThat(district.item(id).getString("status"), equalTo("RECHECK_PENDING"));

    district.tellRecheckFailed(id, 0);
    JsonPath rework = district.awaitStatus(id, "REWORK");
    assertThat(rework.getInt("reworkCount"), equalTo(1));
    assertThat(
        Duration.between(Instant.now(), Instant.parse(rework.getString("dueAt"))).toMinutes(),
        greaterThan(Duration.ofHours(24).toMinutes() - 2));

    district.replyFinally(id).then().statusCode(201).body("round", equalTo(1));
    district
        .review(
            id,
            district.newestReply(id),
            """
            {"decision": "ACCEPTED_WITH_STANDING_DEMAND", "standingDemand": "每日巡查两次"}
            """)
        .then()
        .statusCode(200)
        .body("status", equalTo("RECHECK_PENDING"))
        .body("standingDemand", equalTo("每日巡查两次"));

    district.tellWrittenOff(id);
    JsonPath end = district.awaitStatus(id, "WRITTEN_OFF");
    assertThat(end.getString("standingDemand"), equalTo("每日巡查两次"));
    assertThat(end.getList("allowedActions"), equalTo(List.of()));

    List<Told> told = district.awaitTold("dispatch.events", end.getString("problemId"), 8);
    assertThat(
        told.stream().map(Told::type).toList(),
        contains(
            "dispatch.item-issued.v1",
            "dispatch.item-acknowledged.v1",
            "dispatch.item-replied.v1",
            "dispatch.reply-accepted.v1",
            "dispatch.rework-ordered.v1",
            "dispatch.item-replied.v1",
            "dispatch.reply-accepted.v1",
            "dispatch.item-written-off.v1"));
    assertThat(told.get(0).json().getString("orderKind"), equalTo("ROUTINE"));
    assertThat(
        told.get(6).json().getList("involvedSubjects"),
        containsInAnyOrder(
            told.get(1).json().getString("actor.subject"),
            told.get(6).json().getString("actor.subject")));
    assertThat(
        told.stream().map(fact -> fact.json().getInt("sequence")).toList(),
        equalTo(IntStream.rangeClosed(1, 8).boxed().toList()));

    JsonPath history =
        as(TEAM)
            .get("/api/v1/order-items/" + id + "/history")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(
        history.getList("items.action"),
        contains(
            "ISSUE",
            "ACKNOWLEDGE",
            "REPLY",
            "ACCEPT_REPLY",
            "FAIL_RECHECK",
            "REPLY",
            "ACCEPT_REPLY",
            "WRITE_OFF"));
    assertThat(history.getString("items[0].from"), nullValue());
    assertThat(history.getString("items[4].reason"), equalTo("NOT_RECTIFIED"));
  }

  @Test
  void no_fact_names_the_responsible_person() {
    String id = district.issued();
    as(District.handlerOf(District.ENFORCEMENT))
        .body("{\"responsiblePerson\": \"测试责任人\"}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(200)
        .body("responsiblePerson", equalTo("测试责任人"));
    String problemId = district.item(id).getString("problemId");
    for (Told told : district.awaitTold("dispatch.events", problemId, 2)) {
      assertThat(told.body(), not(containsString("测试责任人")));
    }
  }

  @Test
  void an_accepted_reply_names_every_unit_that_may_not_recheck() {
    ProblemFiled problem = district.problem("CABLE_TANGLE", DeadlineClass.GENERAL);
    String id = district.itemOf(problem).getString("items[0].id");
    Identity unit = District.handlerOf("URBAN_MANAGEMENT_BUREAU");
    for (String joint : List.of("POLITICAL_LEGAL_COMMITTEE", "TRAFFIC_POLICE", "BIG_DATA_BUREAU")) {
      SharedItem.reply(District.handlerOf(joint), id, joint).then().statusCode(200);
    }
    as(unit)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(200);
    String reply =
        as(unit)
            .body("{\"kind\":\"FINAL\",\"cause\":\"a\",\"measures\":\"b\",\"resultSummary\":\"c\"}")
            .post("/api/v1/order-items/" + id + "/replies")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    district.review(id, reply, "{\"decision\":\"ACCEPTED\"}").then().statusCode(200);
    Told accepted = district.awaitTold("dispatch.events", problem.problemId().toString(), 7).get(6);
    assertThat(
        accepted.json().getList("involvedUnitCodes"),
        containsInAnyOrder(
            "URBAN_MANAGEMENT_BUREAU",
            "ENVIRONMENTAL_SANITATION_CENTRE",
            "DRAINAGE_CENTRE",
            "GREENING_CENTRE",
            "POLITICAL_LEGAL_COMMITTEE",
            "TRAFFIC_POLICE",
            "BIG_DATA_BUREAU"));
  }
}
