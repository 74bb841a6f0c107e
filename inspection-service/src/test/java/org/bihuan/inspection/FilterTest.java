package org.bihuan.inspection;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are narrowed, and what is wrong with a question. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class FilterTest {

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  @ParameterizedTest
  @ValueSource(strings = {LEAD_UNIT, "市场服务建设一中心", "市场一中心"})
  void a_unit_is_found_under_whatever_name_it_is_given(String name) {
    AcceptedReply reply = AcceptedReply.first();
    String id = reply.recheck();
    team()
        .queryParam("unitCode", name)
        .get("/api/v1/rechecks?itemId=" + reply.itemId())
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  @Test
  void all_faults_of_a_question_are_named_at_once() {
    team()
        .get(
            "/api/v1/rechecks?unit=X&status=OPEN&unitCode=NOBODY&subdistrictCode=370203999"
                + "&outcome=&dueBefore=tomorrow&sort=id&cursor=x")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "unit unknown-parameter",
                "status one-of",
                "unitCode unknown-unit",
                "subdistrictCode unknown-subdistrict",
                "outcome empty",
                "dueBefore instant",
                "sort one-of",
                "cursor cursor"));
  }

  @ParameterizedTest
  @CsvSource({
    "inspections, tier",
    "inspections, subdistrictCode",
    "findings, inspectionId",
    "write-offs, unitCode",
    "write-offs, from"
  })
  void a_parameter_without_a_value_is_refused(String list, String parameter) {
    team()
        .get("/api/v1/" + list + "?" + parameter + "=")
        .then()
        .statusCode(400)
        .body("errors.field", contains(parameter))
        .body("errors.code", contains("empty"));
  }
}
