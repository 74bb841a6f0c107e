package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.assessment.AssessmentTest.assertNumber;
import static org.bihuan.inspection.assessment.AssessmentTest.assessment;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.bihuan.inspection.assessment.AssessmentTest.row;
import static org.bihuan.inspection.assessment.ClosingTest.length;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.kit.time.Month;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appeals against entries. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class AppealTest {

  private static final Identity ASSESSOR = Identity.of(Role.ASSESSOR).called("assessor-1");
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject DataSource database;

  private String unit;
  private final Month month = Month.of(Instant.now());
  private final Instant due = month.from().plus(Duration.ofDays(1));

  @BeforeEach
  void publishUnit() {
    unit = newUnit();
  }

  private PastItems past() {
    return new PastItems(database);
  }

  private String assessments(String rest) {
    return "/api/v1/assessments/" + month + rest;
  }

  private static Identity leader(String unit) {
    return Identity.of(Role.UNIT_LEADER).ofUnit(unit);
  }

  private Response appeal(Identity by, String named, UUID entry) {
    return as(by)
        .body(Map.of("unitCode", named, "entry", entry, "reason", "诉求不属实"))
        .post(assessments("/appeals"));
  }

  private String appealed(UUID entry) {
    return appeal(leader(unit), unit, entry).then().statusCode(201).extract().path("id");
  }

  private Response review(Identity by, String id, String decision) {
    return as(by)
        .body(Map.of("decision", decision, "opinion", "情况属实"))
        .post(assessments("/appeals/" + id + "/decisions"));
  }

  private static Identity special() {
    return Identity.of(Role.SPECIAL_TEAM).called("reviewer-1");
  }

  /** An overdue item, and one that failed its re-check. */
  private PastItem failed() {
    PastItem item = PastItem.due(unit, due).failed(due.minus(HOUR), due.plus(HOUR));
    past().keep(item, PastItem.due(unit, due));
    return item;
  }

  @Test
  void two_reviewers_take_an_entry_out_of_the_figures_and_leave_its_facts() {
    PastItem item = failed();
    UUID entry = PastItems.entry(item, 1);
    String id = appealed(entry);
    review(special(), id, "ACCEPTED")
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("decisions", hasSize(1))
        .body("allowedActions", empty());
    assertEquals(2, length(assessments("/items?unit=" + unit)));
    as(ASSESSOR)
        .get(assessments("/appeals/" + id))
        .then()
        .body("allowedActions", contains("CONFIRM", "REFUSE"));
    review(ASSESSOR, id, "ACCEPTED")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"))
        .body("decisions", hasSize(2));
    assertEquals(1, length(assessments("/items?unit=" + unit)));
    assertEquals(1, length(assessments("/items?exempt=true&unit=" + unit)));
    assertNumber("0", row(month.toString(), unit).get("deducted"));
    team()
        .get(assessments("/exemptions?unit=" + unit))
        .then()
        .body("items[0].entry", equalTo(entry.toString()))
        .body("items[0].appealId", equalTo(id));
    review(special(), id, "REFUSED")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
  }

  @Test
  void an_appeal_against_a_deduction_spares_the_points_alone() {
    PastItem item = failed();
    String id = appealed(item.checks.get(0).id());
    review(special(), id, "ACCEPTED").then().statusCode(200);
    review(ASSESSOR, id, "ACCEPTED").then().statusCode(200);
    assertNumber("0", row(month.toString(), unit).get("deducted"));
    assertEquals(2, length(assessments("/items?unit=" + unit)));
    assertEquals(1, length(assessments("/deductions?exempt=true&unit=" + unit)));
  }

  @Test
  void one_reviewer_is_enough_to_refuse_an_appeal() {
    String id = appealed(PastItems.entry(failed(), 1));
    review(special(), id, "ACCEPTED").then().statusCode(200);
    review(ASSESSOR, id, "REFUSED").then().statusCode(200).body("status", equalTo("REFUSED"));
    review(Identity.of(Role.ASSESSOR).called("assessor-2"), id, "ACCEPTED")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    assertEquals(2, length(assessments("/items?unit=" + unit)));
  }

  @Test
  void an_appeal_has_two_different_reviewers_who_are_not_of_the_unit_and_have_not_judged() {
    PastItem item = failed();
    String id = appealed(item.checks.get(0).id());
    review(special(), id, "ACCEPTED").then().statusCode(200);
    review(special(), id, "ACCEPTED")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-reviewed"));
    review(Identity.of(Role.ASSESSOR).called("assessor-3").ofUnit(unit), id, "ACCEPTED")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-appeal"));
    Identity judge = Identity.of(Role.ASSESSOR).called("inspector-1");
    assertNoActions(judge, id);
    review(judge, id, "ACCEPTED").then().statusCode(409).body("code", equalTo("own-judgement"));
    as(Identity.of(Role.TOP_LEADER))
        .body(Map.of("decision", "ACCEPTED", "opinion", "同意"))
        .post(assessments("/appeals/" + id + "/decisions"))
        .then()
        .statusCode(403);
  }

  @Test
  void nobody_of_the_unit_above_or_of_one_below_reviews_an_appeal() {
    String below = newUnit(unit);
    String id = appealed(PastItems.entry(failed(), 1));
    Identity kin = Identity.of(Role.ASSESSOR).called("assessor-4").ofUnit(below);
    assertNoActions(kin, id);
    review(kin, id, "ACCEPTED").then().statusCode(409).body("code", equalTo("own-appeal"));
    PastItem item = PastItem.due(below, due);
    past().keep(item);
    String other =
        appeal(leader(below), below, PastItems.entry(item, 1))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    review(special().ofUnit(unit), other, "REFUSED")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-appeal"));
  }

  /** Alone and in a list nothing is offered that would be refused. */
  private void assertNoActions(Identity by, String id) {
    as(by).get(assessments("/appeals/" + id)).then().body("allowedActions", empty());
    as(by)
        .get(assessments("/appeals?limit=200"))
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.allowedActions", empty());
  }

  @Test
  void each_entry_is_appealed_against_once_by_its_own_unit_in_its_own_month() {
    UUID entry = PastItems.entry(failed(), 1);
    String other = newUnit();
    appeal(leader(unit), other, entry)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-unit"));
    appeal(leader(other), other, entry)
        .then()
        .statusCode(404)
        .body("code", equalTo("entry-not-found"));
    appeal(Identity.of(Role.UNIT_HANDLER).ofUnit(unit), unit, entry).then().statusCode(403);
    appeal(leader(unit), "NO_SUCH_UNIT", entry)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
    as(leader(unit))
        .body(Map.of("unitCode", unit, "entry", entry, "reason", "诉求不属实"))
        .post("/api/v1/assessments/" + month.minus(3) + "/appeals")
        .then()
        .statusCode(404);
    String id = appealed(entry);
    appeal(leader(unit), unit, entry)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-appealed"));
    as(leader(other)).get(assessments("/appeals/" + id)).then().statusCode(404);
    as(leader(unit)).get(assessments("/appeals?unit=" + unit)).then().body("items", hasSize(1));
  }

  @Test
  void an_appeal_comes_too_late_long_after_its_month() {
    PastItem item = PastItem.due(unit, month.minus(2).from());
    past().keep(item);
    as(leader(unit))
        .body(Map.of("unitCode", unit, "entry", PastItems.entry(item, 1), "reason", "诉求不属实"))
        .post("/api/v1/assessments/" + month.minus(2) + "/appeals")
        .then()
        .statusCode(409)
        .body("code", equalTo("appeal-too-late"));
  }

  @Test
  void success_in_a_closed_month_is_a_correction_beside_it() {
    Month closed = Month.read("2015-06");
    Instant then = closed.from().plus(Duration.ofDays(5));
    PastItem overdue = PastItem.due(unit, then);
    past().keep(overdue, PastItem.due(unit, then).putRight(then.minus(HOUR)));
    ClosingTest.close(closed.toString()).then().statusCode(200);
    Map<String, Object> frozen = row(closed.toString(), unit);
    String appeals = "/api/v1/assessments/" + closed + "/appeals";
    String id =
        as(leader(unit))
            .body(Map.of("unitCode", unit, "entry", PastItems.entry(overdue, 1), "reason", "诉求不属实"))
            .post(appeals)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (Identity by : new Identity[] {special(), ASSESSOR}) {
      as(by)
          .body(Map.of("decision", "ACCEPTED", "opinion", "同意"))
          .post(appeals + "/" + id + "/decisions")
          .then()
          .statusCode(200);
    }
    assertEquals(frozen, row(closed.toString(), unit));
    Map<String, Object> corrected = assessment(closed.toString(), "").getMap("corrections[0]");
    assertNumber("100", corrected.get("score"));
    assertEquals(1, length("/api/v1/assessments/" + closed + "/items?corrected=true&unit=" + unit));
  }

  @Test
  void a_false_reply_costs_what_the_formula_says_once() {
    UUID entry = PastItems.entry(failed(), 1);
    Map<String, Object> body = Map.of("entry", entry, "kind", "FALSE_REPLY", "reason", "虚假整改");
    as(special())
        .body(body)
        .post(assessments("/judgements"))
        .then()
        .statusCode(201)
        .body("kind", equalTo("FALSE_REPLY"));
    assertNumber("1.2", row(month.toString(), unit).get("deducted"));
    as(special())
        .body(body)
        .post(assessments("/judgements"))
        .then()
        .statusCode(409)
        .body("code", equalTo("already-judged"));
    as(special())
        .body(Map.of("entry", entry, "kind", "FAILED_RECHECK", "reason", "虚假整改"))
        .post(assessments("/judgements"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-judged"));
    String deduction =
        team().get(assessments("/deductions?kind=FALSE_REPLY&unit=" + unit)).path("items[0].entry");
    String id = appealed(UUID.fromString(deduction));
    review(special(), id, "ACCEPTED").then().statusCode(409).body("code", equalTo("own-judgement"));
    // With the item the false reply would be exempt too.
    String whole = appealed(entry);
    review(special(), whole, "ACCEPTED")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-judgement"));
  }
}
