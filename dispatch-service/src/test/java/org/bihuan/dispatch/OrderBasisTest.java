package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order rests on (督办依据), and who signs it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class OrderBasisTest {

  @Inject District district;
  @Inject MovableClock clock;

  /** Issues an order of one item that says {@code more}. */
  private Response issue(Map<String, String> more) {
    ProblemFiled problem = district.problem();
    district.itemOf(problem);
    Map<String, Object> order =
        new TreeMap<>(
            Map.of(
                "kind",
                "SPECIAL",
                "leadUnitCode",
                ENFORCEMENT,
                "items",
                List.of(Map.of("problemId", problem.problemId(), "deadlineClass", "GENERAL"))));
    order.putAll(more);
    return as(TEAM).body(order).post("/api/v1/orders");
  }

  @Test
  void an_order_says_what_it_rests_on_and_who_signs_it() {
    String today = DistrictTime.day(clock.instant()).toString();
    String id =
        issue(
                Map.of(
                    "basisKind", "CITY_MEETING",
                    "basisReference", "例会纪要第 12 期",
                    "basisOn", today,
                    "signer", "签发示例"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(TEAM)
        .get("/api/v1/orders/" + id)
        .then()
        .body("basis", nullValue())
        .body("basisKind", equalTo("CITY_MEETING"))
        .body("basisReference", equalTo("例会纪要第 12 期"))
        .body("basisOn", equalTo(today))
        .body("signer", equalTo("签发示例"));
  }

  @Test
  void faults_of_a_basis_are_named_together() {
    String tomorrow = DistrictTime.day(clock.instant()).plusDays(1).toString();
    issue(Map.of("basisReference", "例会纪要", "basisOn", tomorrow))
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("basisKind", "basisOn"))
        .body("errors.code", containsInAnyOrder("basis-without-kind", "in-the-future"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-02-03T10:00:00Z", "1899-12-31", "昨天"})
  void the_day_of_a_basis_is_a_day(String day) {
    issue(Map.of("basisKind", "CITY_MEETING", "basisOn", day))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("basisOn"))
        .body("errors[0].code", equalTo("day"));
  }
}
