package org.bihuan.inspection.accountability;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.accountability.FailingItem.CASES;
import static org.bihuan.inspection.accountability.FailingItem.COMMITTEE;
import static org.bihuan.inspection.accountability.FailingItem.DISCIPLINE;
import static org.bihuan.inspection.accountability.FailingItem.decide;
import static org.bihuan.inspection.accountability.FailingItem.serve;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.CaseConfirmed;
import org.bihuan.contract.InspectionEvent.CaseServed;
import org.bihuan.inspection.Facts;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Story 6, 多次整改不到位: what is counted, what is proposed, and that nothing follows by itself. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class RepeatedFailureTest {

  private static final Identity UNIT = Identity.of(Role.UNIT_LEADER).ofUnit(LEAD_UNIT);

  private final FailingItem item = new FailingItem();

  @Test
  void one_failure_leads_to_nothing() {
    item.fail();
    item.cards().then().statusCode(200).body("items", empty());
    item.cases().then().statusCode(200).body("items", empty());
  }

  @Test
  void two_failures_give_a_yellow_card_and_propose_that_the_committee_inspects() {
    String first = item.fail();
    String second = item.fail();
    item.cards()
        .then()
        .body("items.kind", contains("YELLOW"))
        .body("items.cause", contains("FAILED_RECHECKS"))
        .body("items.failures", contains(2))
        .body("items.round", contains(1))
        .body("items.recheckId", contains(second))
        .body("items.unit.code", contains(LEAD_UNIT));
    item.cases()
        .then()
        .body("items.level", contains("C2"))
        .body("items.status", contains("PROPOSED"))
        .body("items[0].proposedBy.role", equalTo("SYSTEM"))
        .body("items[0].basis.id", contains(first, second))
        .body("items[0].evidence", nullValue());
  }

  @Test
  void a_third_failure_gives_a_red_card_and_proposes_the_referral_once() {
    for (int failures = 1; failures <= 4; failures++) {
      item.fail();
    }
    item.cards().then().body("items.kind", contains("YELLOW", "RED", "RED"));
    item.cases()
        .then()
        .body("items.level", containsInAnyOrder("C2", "C3"))
        .body("items.status", everyItem(equalTo("PROPOSED")));
  }

  @Test
  void an_outcome_that_was_sent_twice_is_counted_once() {
    item.fail();
    item.failSentTwice();
    item.cards().then().body("items.kind", contains("YELLOW"));
    item.cases().then().body("items.level", contains("C2"));
  }

  @Test
  void what_could_not_be_verified_counts_against_nobody() {
    item.fail();
    item.failOf(LEAD_UNIT, "CANNOT_VERIFY");
    item.cards().then().body("items", empty());
    item.failOf(LEAD_UNIT, "PARTIAL");
    item.cards().then().body("items.failures", contains(2));
  }

  @Test
  void a_unit_does_not_answer_for_the_failures_of_another() {
    item.fail();
    item.failOf(OTHER_UNIT, "NOT_RECTIFIED");
    item.cards().then().body("items", empty());
    item.cases().then().body("items", empty());
    item.failOf(OTHER_UNIT, "RELAPSED");
    item.cards()
        .then()
        .body("items.unit.code", contains(OTHER_UNIT))
        .body("items.failures", contains(2));
    item.cases().then().body("items.subjectUnit.code", contains(OTHER_UNIT));
  }

  @Test
  void nothing_is_told_before_a_named_person_confirms() {
    item.fail();
    item.fail();
    item.fail();
    decide(DISCIPLINE, item.caseOf("C3"), "REFUSED")
        .then()
        .statusCode(200)
        .body("status", equalTo("DISMISSED"))
        .body("decisionReason", equalTo("事实清楚"));
    String committee = item.caseOf("C2");
    decide(COMMITTEE, committee, "ACCEPTED").then().body("status", equalTo("CONFIRMED"));
    serve(COMMITTEE, committee).then().body("status", equalTo("SERVED"));
    List<InspectionEvent> told = Facts.toldAbout(item.problemId(), 8);
    assertEquals(8, told.size());
    CaseConfirmed confirmed = assertInstanceOf(CaseConfirmed.class, told.get(6));
    assertEquals(committee, confirmed.caseId().toString());
    assertEquals(ConductLevel.C2, confirmed.level());
    assertEquals("COMMITTEE_INSPECTOR", confirmed.actor().role());
    assertInstanceOf(CaseServed.class, told.get(7));
  }

  @Test
  void what_was_dismissed_is_not_proposed_again() {
    item.fail();
    item.fail();
    decide(COMMITTEE, item.caseOf("C2"), "REFUSED").then().statusCode(200);
    item.fail();
    item.cases()
        .then()
        .body("items.level", containsInAnyOrder("C2", "C3"))
        .body("items.find { it.level == 'C2' }.status", equalTo("DISMISSED"));
  }

  @Test
  void the_evidence_tells_every_round_and_the_write_off_at_the_moment_of_reading() {
    String first = item.fail();
    String second = item.fail();
    String id = item.caseOf("C2");
    as(COMMITTEE)
        .get(CASES + "/" + id)
        .then()
        .statusCode(200)
        .body("evidence.rounds.recheckId", contains(first, second))
        .body("evidence.rounds.outcome", everyItem(equalTo("NOT_RECTIFIED")))
        .body("evidence.rounds.note", everyItem(equalTo("现场未整改")))
        .body("evidence.rounds.writtenOffAt", everyItem(nullValue()))
        .body("evidence.cards.kind", contains("YELLOW"))
        .body("allowedActions", contains("CONFIRM", "DISMISS"));
    item.failOf(LEAD_UNIT, "PASSED");
    as(COMMITTEE)
        .get(CASES + "/" + id)
        .then()
        .body("status", equalTo("PROPOSED"))
        .body("evidence.rounds.outcome", contains("NOT_RECTIFIED", "NOT_RECTIFIED", "PASSED"))
        .body("evidence.rounds.findAll { it.writtenOffAt != null }.size()", equalTo(1));
  }

  @Test
  void the_unit_reads_its_case_once_it_is_served_and_nothing_before() {
    item.fail();
    item.fail();
    String id = item.caseOf("C2");
    String counted = CASES + "?count=exact&problemId=" + item.problemId();
    as(UNIT).get(CASES + "/" + id).then().statusCode(404).body("code", equalTo("case-not-found"));
    decide(COMMITTEE, id, "ACCEPTED").then().statusCode(200);
    as(UNIT).get(CASES + "/" + id).then().statusCode(404);
    as(UNIT).get(counted).then().body("items", empty()).body("total", equalTo(0));
    serve(COMMITTEE, id).then().statusCode(200);
    as(UNIT)
        .get(CASES + "/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("SERVED"))
        .body("evidence.rounds.size()", equalTo(2))
        .body("evidence.cards", empty())
        .body("allowedActions", empty());
    as(UNIT).get(counted).then().body("items.id", contains(id)).body("total", equalTo(1));
  }

  @Test
  void a_served_case_tells_its_unit_nothing_of_what_came_after_the_service() {
    item.fail();
    item.fail();
    String id = item.caseOf("C2");
    decide(COMMITTEE, id, "ACCEPTED").then().statusCode(200);
    serve(COMMITTEE, id).then().statusCode(200);
    item.fail();
    as(UNIT)
        .get(CASES + "/" + id)
        .then()
        .body("evidence.rounds.size()", equalTo(2))
        .body("evidence.cards", empty());
    as(DISCIPLINE.ofUnit(LEAD_UNIT))
        .get(CASES + "/" + id)
        .then()
        .statusCode(200)
        .body("evidence.rounds.size()", equalTo(2))
        .body("evidence.cards", empty());
    as(DISCIPLINE)
        .get(CASES + "/" + id)
        .then()
        .body("evidence.rounds.size()", equalTo(3))
        .body("evidence.cards.kind", contains("YELLOW", "RED"));
  }
}
