package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.subdistrict;
import static org.bihuan.inspection.assessment.AssessmentTest.at;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.inspection.Callers;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Units see their own assessment, and of closed months what is published of the others. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class AssessmentRightsTest {

  @Inject DataSource database;

  private void keep(String month, String... units) {
    Instant due = at(month + "-10T12:00");
    List<PastItem> items = new ArrayList<>();
    for (String unit : units) {
      for (int i = 0; i < 5; i++) {
        items.add(PastItem.due(unit, due).putRight(due.minus(Duration.ofHours(1))));
      }
    }
    new PastItems(database).keep(items);
  }

  @Test
  void a_unit_sees_its_own_row_of_an_open_month_and_places_of_a_closed_one() {
    String own = newUnit();
    String other = newUnit();
    keep("2013-05", own, other);
    String month = "/api/v1/assessments/2013-05";
    Callers.unit(own)
        .get(month)
        .then()
        .statusCode(200)
        .body("rows.unit.code", contains(own))
        .body("rows[0].figures.onTimeRate.numerator", equalTo(5));
    Callers.unit(own).get(month + "/items?count=exact").then().body("total", equalTo(5));
    Callers.unit(own).get(month + "/items?unit=" + other).then().body("items", empty());
    ClosingTest.close("2013-05").then().statusCode(200);
    Callers.unit(own)
        .get(month)
        .then()
        .body("rows", hasSize(2))
        .body("rows.find { it.unit.code == '" + own + "' }.figures", notNullValue())
        .body("rows.find { it.unit.code == '" + other + "' }.figures", nullValue())
        .body("rows.find { it.unit.code == '" + other + "' }.deductions", empty())
        .body("rows.find { it.unit.code == '" + other + "' }.rank", equalTo(1))
        .body("rows.find { it.unit.code == '" + other + "' }.score", equalTo(100.0f));
    as(Role.TOP_LEADER).get(month).then().body("rows.figures", hasSize(2));
  }

  @Test
  void a_sub_district_sees_the_entries_of_its_area() {
    keep("2013-06", newUnit());
    String month = "/api/v1/assessments/2013-06";
    subdistrict(Callers.SUBDISTRICT)
        .get(month + "?of=SUBDISTRICT")
        .then()
        .body("rows.subdistrict.code", contains(Callers.SUBDISTRICT));
    subdistrict(Callers.SUBDISTRICT).get(month).then().body("rows", empty());
    subdistrict(Callers.SUBDISTRICT).get(month + "/items").then().body("items", hasSize(5));
    subdistrict(Callers.OTHER_SUBDISTRICT).get(month + "/items").then().body("items", empty());
  }

  @Test
  void who_speaks_for_a_unit_that_the_login_does_not_name_is_refused() {
    for (String address : List.of("", "/items", "/deductions", "/appeals")) {
      as(Identity.of(Role.UNIT_LEADER).withoutUsualClaims())
          .get("/api/v1/assessments/2013-07" + address)
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"));
    }
    as(Role.CHANNEL_CLERK).get("/api/v1/assessments/2013-07").then().statusCode(403);
  }
}
