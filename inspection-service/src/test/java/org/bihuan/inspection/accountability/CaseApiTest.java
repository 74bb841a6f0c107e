package org.bihuan.inspection.accountability;

import static org.bihuan.inspection.Callers.JOINT_UNIT;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUB_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.accountability.FailingItem.CASES;
import static org.bihuan.inspection.accountability.FailingItem.COMMITTEE;
import static org.bihuan.inspection.accountability.FailingItem.decide;
import static org.bihuan.inspection.accountability.FailingItem.propose;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.InspectionEvent.CaseConfirmed;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that somebody proposes by hand. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CaseApiTest {

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);

  private final FailingItem item = new FailingItem();

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  private static String basis(String kind, String id) {
    return "{\"kind\":\"%s\",\"id\":\"%s\"}".formatted(kind, id);
  }

  private static String body(String unit, String... basis) {
    return "{\"level\":\"C2\",\"subjectUnitCode\":\"%s\",\"basis\":[%s]}"
        .formatted(unit, String.join(",", basis));
  }

  @Test
  void a_case_rests_on_cards_rechecks_and_problems() {
    item.fail();
    String recheck = item.fail();
    String card = item.cards().path("items[0].id");
    team()
        .body(
            body(
                "市场一中心",
                basis("CARD", card),
                basis("RECHECK", recheck),
                basis("PROBLEM", item.problemId())))
        .post(CASES)
        .then()
        .statusCode(201)
        .body("subjectUnit.code", equalTo(LEAD_UNIT))
        .body("problemId", equalTo(item.problemId()))
        .body("itemId", nullValue())
        .body("basis.kind", contains("CARD", "RECHECK", "PROBLEM"))
        .body("evidence.rounds.size()", equalTo(2))
        .body("evidence.cards.id", contains(card))
        .body("proposedBy.role", equalTo("SPECIAL_TEAM"));
  }

  @Test
  void a_case_about_several_problems_is_told_under_its_own_key() {
    FailingItem other = new FailingItem();
    String id =
        team()
            .body(body(LEAD_UNIT, basis("RECHECK", item.fail()), basis("RECHECK", other.fail())))
            .post(CASES)
            .then()
            .statusCode(201)
            .body("problemId", nullValue())
            .extract()
            .path("id");
    decide(COMMITTEE, id, "ACCEPTED").then().statusCode(200);
    assertInstanceOf(CaseConfirmed.class, Facts.toldAbout(id, 1).get(0));
  }

  @Test
  void each_fact_that_is_none_about_the_unit_is_named() {
    String recheck = item.fail();
    String unknown = UUID.randomUUID().toString();
    team()
        .body(
            body(
                LEAD_UNIT,
                basis("RECHECK", recheck),
                basis("RECHECK", unknown),
                basis("CARD", recheck),
                basis("PROBLEM", unknown)))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.field", contains("basis[1].id", "basis[2].id", "basis[3].id"))
        .body("errors.code", contains("unknown-basis", "unknown-basis", "unknown-basis"));
  }

  @Test
  void a_recheck_that_was_not_done_is_no_fact_yet() {
    String open = AcceptedReply.first().recheck();
    team()
        .body(body(LEAD_UNIT, basis("RECHECK", open)))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-basis"));
  }

  @Test
  void what_was_put_right_or_could_not_be_verified_is_no_fact_about_a_unit() {
    String unverified = item.failOf(LEAD_UNIT, "CANNOT_VERIFY");
    String passed = item.failOf(LEAD_UNIT, "PASSED");
    team()
        .body(body(LEAD_UNIT, basis("RECHECK", unverified), basis("RECHECK", passed)))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.field", contains("basis[0].id", "basis[1].id"))
        .body("errors.code", contains("unknown-basis", "unknown-basis"));
  }

  @Test
  void all_faults_of_a_proposal_are_named_at_once() {
    team()
        .body("{\"level\":\"C4\",\"subjectUnitCode\":\" \",\"basis\":[],\"suggestion\":\"\"}")
        .post(CASES)
        .then()
        .statusCode(400);
    team()
        .body("{\"basis\":[]}")
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("level", "subjectUnitCode", "basis"));
    team()
        .body(body("NOBODY", basis("RECHECK", item.fail())))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.field", contains("subjectUnitCode"))
        .body("errors.code", contains("unknown-unit"));
  }

  @Test
  void a_fact_is_named_once_and_at_most_fifty_are() {
    String fact = basis("RECHECK", item.fail());
    team()
        .body(body(LEAD_UNIT, fact, fact))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.field", contains("basis"))
        .body("errors.code", contains("duplicate"));
    String[] many =
        Stream.generate(() -> basis("RECHECK", UUID.randomUUID().toString()))
            .limit(51)
            .toArray(String[]::new);
    team()
        .body(body(LEAD_UNIT, many))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.field", contains("basis"));
  }

  @Test
  void a_blank_suggestion_is_none() {
    team()
        .body(
            body(LEAD_UNIT, basis("RECHECK", item.fail()))
                .replace("\"basis\"", "\"suggestion\":\" \",\"basis\""))
        .post(CASES)
        .then()
        .statusCode(201)
        .body("suggestion", nullValue());
  }

  @Test
  void the_same_facts_are_not_proposed_twice_whatever_was_decided() {
    String first = item.fail();
    String second = item.fail();
    String[] facts = {basis("RECHECK", first), basis("PROBLEM", item.problemId())};
    String id =
        team().body(body(LEAD_UNIT, facts)).post(CASES).then().statusCode(201).extract().path("id");
    decide(COMMITTEE, id, "REFUSED").then().statusCode(200);
    for (Identity by : List.of(TEAM, COMMITTEE)) {
      as(by)
          .body(body(LEAD_UNIT, facts[1], facts[0]))
          .post(CASES)
          .then()
          .statusCode(409)
          .body("code", equalTo("already-proposed"))
          .body("detail", containsString(id));
    }
    as(COMMITTEE)
        .body(body(LEAD_UNIT, facts[0], facts[1]).replace("C2", "C1"))
        .post(CASES)
        .then()
        .statusCode(201);
    team()
        .body(body(LEAD_UNIT, facts[0], basis("RECHECK", second)))
        .post(CASES)
        .then()
        .statusCode(201);
  }

  @Test
  void the_special_team_is_not_told_that_the_system_has_proposed_the_same() {
    String[] facts = {basis("RECHECK", item.fail()), basis("RECHECK", item.fail())};
    String system = item.caseOf("C2");
    as(COMMITTEE)
        .body(body(LEAD_UNIT, facts))
        .post(CASES)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-proposed"))
        .body("detail", containsString(system));
    team().body(body(LEAD_UNIT, facts)).post(CASES).then().statusCode(201);
  }

  @Test
  void the_system_does_not_propose_what_somebody_has_and_nobody_dismissed() {
    propose(TEAM, "C2", LEAD_UNIT, item.fail()).then().statusCode(201);
    item.fail();
    item.cases().then().body("items.level", contains("C2")).body("items[0].itemId", nullValue());
    decide(COMMITTEE, item.caseOf("C2"), "REFUSED").then().statusCode(200);
    item.fail();
    item.cases()
        .then()
        .body("items.level", containsInAnyOrder("C2", "C2", "C3"))
        .body("items.findAll { it.itemId != null }.size()", equalTo(2));
  }

  @Test
  void nobody_proposes_a_case_about_the_own_unit() {
    propose(COMMITTEE.ofUnit(LEAD_UNIT), "C2", LEAD_UNIT, item.fail())
        .then()
        .statusCode(409)
        .body("code", equalTo("subject-unit"));
  }

  @Test
  void a_case_of_another_unit_cannot_rest_on_what_it_had_no_part_in() {
    as(COMMITTEE)
        .body(body(LEAD_UNIT, basis("RECHECK", item.failOf(OTHER_UNIT, "NOT_RECTIFIED"))))
        .post(CASES)
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-basis"));
  }

  @Test
  void the_unit_above_or_beside_does_not_answer_for_the_failure_of_another() {
    String recheck = item.failOf(SUB_UNIT, "NOT_RECTIFIED");
    // Involved in the fixing, so that its people may not re-check.
    for (String other : List.of(LEAD_UNIT, JOINT_UNIT)) {
      team()
          .body(body(other, basis("RECHECK", recheck), basis("PROBLEM", item.problemId())))
          .post(CASES)
          .then()
          .statusCode(400)
          .body("errors.code", contains("unknown-basis", "unknown-basis"));
    }
    team()
        .body(body(SUB_UNIT, basis("RECHECK", recheck), basis("PROBLEM", item.problemId())))
        .post(CASES)
        .then()
        .statusCode(201);
  }
}
