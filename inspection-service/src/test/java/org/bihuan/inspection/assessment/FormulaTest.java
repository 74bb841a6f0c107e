package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** The formula is data, in versions that never change. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class FormulaTest {

  private static final String FORMULAS = "/api/v1/assessment-formulas";

  private static String formula(String from, String onTime) {
    return """
        {"fromMonth": "%s", "weights": {"onTime": %s, "close": 0.2, "firstPass": 0.2, "replyQuality": 0.1},
         "points": {"failedRecheck": 0.3, "repeatedFailure": 0.6, "falseReply": 2, "shirking": 1.5},
         "multiplier": 2, "fewestDue": 10, "reason": "区委常委会议定"}
        """
        .formatted(from, onTime);
  }

  private static Response set(String body) {
    return team().body(body).post(FORMULAS);
  }

  @Test
  void the_next_version_is_for_the_months_from_its_first_one_on() {
    int version = set(formula("2150-03", "0.5")).then().statusCode(201).extract().path("version");
    team()
        .get(FORMULAS)
        .then()
        .body("items[0].version", equalTo(version))
        .body("items[0].weights.onTime", equalTo(0.5f));
    team()
        .get("/api/v1/assessments/2150-03")
        .then()
        .body("formula.version", equalTo(version))
        .body("formula.fewestDue", equalTo(10));
    team().get("/api/v1/assessments/2150-02").then().body("formula.version", equalTo(1));
  }

  @Test
  void a_weight_has_at_most_three_decimals() {
    set(formula("2151-01", "0.5001"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("weights.onTime"))
        .body("errors[0].code", equalTo("digits"))
        .body("errors[0].message", equalTo("整数部分最多 1 位，小数部分最多 3 位"));
  }

  @Test
  void the_weights_are_one_together() {
    set(formula("2151-01", "0.6"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("weights"))
        .body("errors[0].code", equalTo("weights-not-one"));
  }

  @Test
  void no_version_is_for_a_month_that_is_closed() {
    ClosingTest.close("2014-05").then().statusCode(200);
    set(formula("2014-05", "0.5")).then().statusCode(409).body("code", equalTo("month-closed"));
  }

  @Test
  void a_first_month_that_is_none_is_refused() {
    set(formula("2150-13", "0.5"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("fromMonth"));
  }

  @Test
  void the_special_team_alone_sets_it() {
    as(Role.ASSESSOR).body(formula("2152-01", "0.5")).post(FORMULAS).then().statusCode(403);
    as(Role.TOP_LEADER).get(FORMULAS).then().statusCode(200);
    as(Role.CHANNEL_CLERK).get(FORMULAS).then().statusCode(403);
  }
}
