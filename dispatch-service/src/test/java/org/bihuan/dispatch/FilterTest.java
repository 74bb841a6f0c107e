package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lists are narrowed, and what is wrong with a question. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class FilterTest {

  @Inject District district;

  @Test
  void all_faults_of_a_question_are_named_at_once() {
    as(TEAM)
        .get(
            "/api/v1/order-items?colour=red&status=LOST&unitCode=NOBODY&categoryCode=NOTHING"
                + "&subdistrictCode=370203999&orderId=7&limit=0&sort=title&count=about&cursor=x"
                + "&light=&problemId=a&problemId=b")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "colour unknown-parameter",
                "status one-of",
                "unitCode unknown-unit",
                "categoryCode unknown-category",
                "subdistrictCode unknown-subdistrict",
                "orderId type",
                "limit range",
                "sort one-of",
                "count one-of",
                "cursor cursor",
                "light empty",
                "problemId repeated"));
  }

  @ParameterizedTest
  @CsvSource({
    "order-items, status",
    "order-items, unitCode",
    "orders, serial",
    "routing-rules, categoryCode",
    "sla-policies, deadlineClass",
    "units, q"
  })
  void a_parameter_without_a_value_is_refused(String list, String parameter) {
    for (String nothing : List.of("", " ", "\u3000", "\u200b")) {
      as(TEAM)
          .queryParam(parameter, nothing)
          .get("/api/v1/" + list)
          .then()
          .statusCode(400)
          .body("errors.field", contains(parameter))
          .body("errors.code", contains("empty"));
    }
  }

  @ParameterizedTest
  @CsvSource({"LAW_ENFORCEMENT_BUREAU", "区行政执法局", "' 行政执法局 '"})
  void a_unit_is_found_under_whatever_name_it_is_given(String name) {
    String id = district.issued();
    as(TEAM)
        .queryParam("unitCode", name)
        .get("/api/v1/order-items?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
  }
}
