package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.bihuan.inspection.assessment.ClosingTest.length;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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

/** What the team and the assessors rule about entries without an appeal. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class RulingTest {

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

  @Test
  void the_team_takes_an_entry_out_without_an_appeal_and_says_why() {
    PastItem item = PastItem.due(unit, due);
    past().keep(item, PastItem.due(unit, due));
    UUID entry = PastItems.entry(item, 1);
    Map<String, Object> body = Map.of("entry", entry, "reason", "诉求不合理");
    as(Identity.of(Role.SPECIAL_TEAM).ofUnit(unit))
        .body(body)
        .post(assessments("/exemptions"))
        .then()
        .statusCode(409)
        .body("code", equalTo("subject-unit"));
    team()
        .body(body)
        .post(assessments("/exemptions"))
        .then()
        .statusCode(201)
        .body("reason", equalTo("诉求不合理"))
        .body("exemptedBy.role", equalTo("SPECIAL_TEAM"));
    team()
        .body(body)
        .post(assessments("/exemptions"))
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exempt"));
    as(Identity.of(Role.UNIT_LEADER).ofUnit(unit))
        .body(Map.of("unitCode", unit, "entry", entry, "reason", "诉求不属实"))
        .post(assessments("/appeals"))
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exempt"));
    team()
        .body(Map.of("entry", UUID.randomUUID(), "reason", "诉求不合理"))
        .post(assessments("/exemptions"))
        .then()
        .statusCode(404)
        .body("code", equalTo("entry-not-found"));
    assertEquals(1, length(assessments("/items?unit=" + unit)));
  }

  @Test
  void nothing_is_judged_in_a_closed_month() {
    PastItem item = PastItem.due(unit, Month.read("2015-07").from().plus(HOUR));
    past().keep(item);
    ClosingTest.close("2015-07").then().statusCode(200);
    team()
        .body(Map.of("entry", PastItems.entry(item, 1), "kind", "SHIRKING", "reason", "推诿"))
        .post("/api/v1/assessments/2015-07/judgements")
        .then()
        .statusCode(409)
        .body("code", equalTo("month-closed"));
  }

  @Test
  void nothing_is_judged_in_a_month_that_has_not_begun() {
    Month next = month.minus(-1);
    PastItem item =
        new PastItem("370203021", "SANITATION", "CITIZEN")
            .issued(unit, Instant.now().minus(HOUR), next.from().plus(HOUR));
    past().keep(item);
    team()
        .body(Map.of("entry", PastItems.entry(item, 1), "kind", "SHIRKING", "reason", "推诿"))
        .post("/api/v1/assessments/" + next + "/judgements")
        .then()
        .statusCode(404)
        .body("code", equalTo("entry-not-found"));
    assertEquals(0, length(assessments("/deductions?unit=" + unit)));
  }
}
