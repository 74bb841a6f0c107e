package org.bihuan.inspection.assessment;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.assessment.AssessmentTest.assertNumber;
import static org.bihuan.inspection.assessment.AssessmentTest.assessment;
import static org.bihuan.inspection.assessment.AssessmentTest.at;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.bihuan.inspection.assessment.AssessmentTest.row;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.AssessmentClosed;
import org.bihuan.inspection.Facts;
import org.bihuan.kit.time.Month;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** A closed month stays as it was closed, whatever becomes known later. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class ClosingTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Inject DataSource database;

  private PastItems past() {
    return new PastItems(database);
  }

  static Response close(String month) {
    return team().post("/api/v1/assessments/" + month + "/closing");
  }

  @Test
  void a_month_that_is_not_over_cannot_be_closed() {
    close(Month.of(Instant.now()).toString())
        .then()
        .statusCode(409)
        .body("code", equalTo("month-not-over"));
  }

  @Test
  void a_month_is_closed_once_and_told_so() {
    String unit = newUnit();
    past().keep(PastItem.due(unit, at("2016-01-10T12:00")));
    close("2016-01")
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("closedBy.role", equalTo("SPECIAL_TEAM"))
        .body("rows[0].unit.code", equalTo(unit));
    close("2016-01").then().statusCode(409).body("code", equalTo("month-closed"));
    InspectionEvent told =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> Facts.mentioning("month=2016-01"), all -> !all.isEmpty())
            .get(0);
    AssessmentClosed closed = assertInstanceOf(AssessmentClosed.class, told);
    assertEquals(1, closed.units());
    assertEquals(1, closed.formulaVersion());
  }

  @Test
  void nobody_but_the_team_and_the_assessors_closes_a_month() {
    for (Role role : List.of(Role.TOP_LEADER, Role.UNIT_LEADER, Role.INSPECTOR, Role.ADMIN)) {
      as(role).post("/api/v1/assessments/2015-12/closing").then().statusCode(403);
    }
    as(Role.ASSESSOR).post("/api/v1/assessments/2015-12/closing").then().statusCode(200);
  }

  @Test
  void facts_that_come_later_stand_beside_the_closed_row_and_never_in_it() {
    String unit = newUnit();
    Instant due = at("2016-02-10T12:00");
    PastItem late = PastItem.due(unit, due).replied(due.minus(HOUR)).accepted(due);
    past().keep(late, PastItem.due(unit, due).putRight(due.minus(HOUR)));
    close("2016-02").then().statusCode(200);
    Map<String, Object> frozen = row("2016-02", unit);

    // It had passed before the closing, which nobody had told yet.
    late.checked("PASSED", due.plus(HOUR));
    past().keepLate(late, late.checks.get(0));

    assertEquals(frozen, row("2016-02", unit));
    Map<String, Object> corrected =
        assessment("2016-02", "").getMap("corrections.find { it.unit.code == '" + unit + "' }");
    Map<?, ?> onTime = (Map<?, ?>) ((Map<?, ?>) corrected.get("figures")).get("onTimeRate");
    assertEquals(2, onTime.get("numerator"));
    assertEquals(2, length((String) onTime.get("list")));
    assertEquals(1, length(listOf(frozen, "onTimeRate")));
    assertNumber("100", corrected.get("score"));
  }

  @Test
  void of_whom_nothing_counts_any_more_there_is_a_correction_too() {
    String unit = newUnit();
    PastItem only = PastItem.due(unit, at("2016-07-10T12:00"));
    past().keep(only);
    close("2016-07").then().statusCode(200);
    team()
        .body(Map.of("entry", PastItems.entry(only, 1), "reason", "诉求不合理"))
        .post("/api/v1/assessments/2016-07/exemptions")
        .then()
        .statusCode(201);
    JsonPath units = assessment("2016-07", "");
    assertEquals(1, units.getInt("rows[0].figures.due.value"));
    assertEquals(List.of(unit), units.getList("corrections.unit.code"));
    assertNull(units.get("corrections[0].score"));
    assertEquals(0, units.getInt("corrections[0].figures.due.value"));
    assertEquals(1, assessment("2016-07", "?of=SUBDISTRICT").getList("corrections").size());
  }

  @Test
  void an_item_that_had_gone_to_another_unit_is_corrected_for_both() {
    String first = newUnit();
    String next = newUnit();
    Instant due = at("2016-08-10T12:00");
    PastItem item = PastItem.due(first, due);
    past().keep(item);
    close("2016-08").then().statusCode(200);
    item.fact("RETURN_REQUESTED", due.minus(HOUR.multipliedBy(40)))
        .fact("RETURN_ACCEPTED", due.minus(HOUR.multipliedBy(39)))
        .issued(next, due.minus(HOUR.multipliedBy(38)), due.plus(HOUR));
    past().keepLate(item, item.facts.get(1), item.facts.get(2), item.facts.get(3));
    JsonPath corrected = assessment("2016-08", "");
    assertEquals(Set.of(first, next), Set.copyOf(corrected.getList("corrections.unit.code")));
    String dueOf = "corrections.find { it.unit.code == '%s' }.figures.due.value";
    assertEquals(0, corrected.getInt(dueOf.formatted(first)));
    assertEquals(1, corrected.getInt(dueOf.formatted(next)));
  }

  @Test
  void what_happens_after_the_closing_is_no_correction_of_it() {
    String unit = newUnit();
    Instant due = at("2016-03-10T12:00");
    PastItem item = PastItem.due(unit, due).replied(due.minus(HOUR)).accepted(due);
    past().keep(item);
    close("2016-03").then().statusCode(200);
    Map<String, Object> frozen = row("2016-03", unit);
    item.checked("PASSED", Instant.now());
    past().keepLate(item, item.checks.get(0));
    assertEquals(frozen, row("2016-03", unit));
    assertEquals(List.of(), assessment("2016-03", "").getList("corrections"));
  }

  @Test
  void the_lists_of_a_closed_month_are_as_it_was_closed() {
    String unit = newUnit();
    Instant due = at("2016-04-10T12:00");
    PastItem moved = PastItem.due(unit, due);
    past().keep(moved, PastItem.due(unit, due));
    close("2016-04").then().statusCode(200);
    moved.fact("LIMIT_MOVED", Instant.now(), due.plus(Duration.ofDays(40)));
    past().keepLate(moved, moved.facts.get(1));
    assertEquals(2, length("/api/v1/assessments/2016-04/items?unit=" + unit));
    assertEquals(1, length("/api/v1/assessments/2016-05/items?unit=" + unit));
  }

  @Test
  void the_database_takes_no_change_of_what_was_closed() throws SQLException {
    String unit = newUnit();
    Instant due = at("2016-06-10T12:00");
    past().keep(PastItem.due(unit, due).failed(due.minus(HOUR), due.plus(HOUR)));
    close("2016-06").then().statusCode(200);
    for (String change :
        List.of(
            "update assessed_item set exempt = true where book = '2016-06'",
            "delete from assessed_item where book = '2016-06'",
            "update assessed_deduction set exempt = true where book = '2016-06'",
            "update closed_row set content = '{}' where month = '2016-06'",
            "delete from month_closing where month = '2016-06'",
            "update item_fact set sequence = 99",
            "delete from assessment_formula")) {
      assertThrows(SQLException.class, () -> execute(change), change);
    }
    assertTrue(past().count("closed_row where month = '2016-06'") >= 1);
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private static String listOf(Map<String, Object> row, String figure) {
    return (String) ((Map<?, ?>) ((Map<?, ?>) row.get("figures")).get(figure)).get("list");
  }

  static int length(String list) {
    String counted = list + (list.contains("?") ? "&" : "?") + "count=exact";
    return team().get(counted).then().statusCode(200).extract().path("total");
  }
}
