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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.InspectionEvent.CaseConfirmed;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases that somebody proposes by hand, and what the database keeps whatever the code does. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CaseApiTest {

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);

  @Inject DataSource dataSource;

  private final FailingItem item = new FailingItem();

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
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
    team().body(body(LEAD_UNIT, facts[0], basis("RECHECK", second))).post(CASES).then().statusCode(201);
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

  @Test
  void the_database_confirms_nothing_without_the_decision_of_the_right_role() {
    String id =
        propose(TEAM, "C3", LEAD_UNIT, item.fail()).then().statusCode(201).extract().path("id");
    String decided =
        "update accountability_case set status = '%s', decided_at = now(), decided_by_role = '%s',"
            + " decided_by_subject = '%s', decision_reason = 'x' where id = '"
            + id
            + "'";
    String bare = "update accountability_case set status = 'CONFIRMED' where id = '" + id + "'";
    for (String change :
        List.of(
            bare,
            decided.formatted("CONFIRMED", "COMMITTEE_INSPECTOR", "somebody"),
            decided.formatted("CONFIRMED", "DISCIPLINE", "special-team"),
            decided.formatted("SERVED", "DISCIPLINE", "somebody"),
            "update accountability_case set level = 'C1' where id = '" + id + "'",
            "delete from case_basis where case_id = '" + id + "'",
            "delete from accountability_case where id = '" + id + "'")) {
      assertThrows(SQLException.class, () -> sql(change), change);
    }
  }

  @Test
  void the_database_keeps_what_a_case_rests_on_and_who_did_what() throws SQLException {
    String id =
        propose(TEAM, "C2", LEAD_UNIT, item.fail()).then().statusCode(201).extract().path("id");
    String confirm =
        "update accountability_case set status = 'CONFIRMED', decided_at = now(),"
            + " decided_by_role = 'COMMITTEE_INSPECTOR', decided_by_subject = 'somebody',"
            + " decision_reason = 'x', decided_by_unit_code = %s where id = '"
            + id
            + "'";
    String serve =
        "update accountability_case set status = 'SERVED', served_at = now(),"
            + " served_by_role = 'COMMITTEE_INSPECTOR', served_by_subject = 'somebody',"
            + " served_by_unit_code = %s where id = '"
            + id
            + "'";
    assertRefused(
        "insert into case_basis select case_id, 2, kind, '%s' from case_basis where case_id = '%s'"
            .formatted(UUID.randomUUID(), id),
        "insert into accountability_case (id, version, level, status, subject_unit_code,"
            + " subject_unit_name, proposed_at, proposed_by_role, proposed_by_subject) values ('"
            + UUID.randomUUID()
            + "', 0, 'C2', 'PROPOSED', 'X', 'X', now(), 'SPECIAL_TEAM', 'x')",
        "update accountability_case set subject_unit_name = 'X' where id = '" + id + "'",
        "update accountability_case set proposed_by_unit_code = 'X' where id = '" + id + "'",
        "update accountability_case set sole_inspector = null where id = '" + id + "'",
        confirm.formatted("'" + LEAD_UNIT + "'"),
        confirm.formatted("'" + SUB_UNIT + "'"));
    sql(confirm.formatted("null"));
    assertRefused(
        "update accountability_case set decided_by_unit_code = 'X' where id = '" + id + "'",
        serve.formatted("'" + LEAD_UNIT + "'"),
        serve.formatted("'" + SUB_UNIT + "'"));
    sql(serve.formatted("null"));
  }

  private void assertRefused(String... changes) {
    for (String change : changes) {
      assertThrows(SQLException.class, () -> sql(change), change);
    }
  }

  @Test
  void the_database_keeps_a_decision_and_a_card_as_they_are() {
    item.fail();
    item.fail();
    String id = item.caseOf("C2");
    decide(COMMITTEE, id, "REFUSED").then().statusCode(200);
    String card = item.cards().path("items[0].id");
    for (String change :
        List.of(
            "update accountability_case set status = 'CONFIRMED' where id = '" + id + "'",
            "update warning_card set kind = 'RED' where id = '" + card + "'",
            "delete from warning_card where id = '" + card + "'")) {
      SQLException refusal = assertThrows(SQLException.class, () -> sql(change));
      assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
    }
    assertEquals("DISMISSED", item.cases().path("items[0].status"));
  }
}
