package org.bihuan.inspection.evaluation;

import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.EVALUATIONS;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.id;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.observe;
import static org.bihuan.inspection.evaluation.PlannedEvaluation.underWay;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passed of what was observed. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class ScoreTest {

  private static final int POINTS = 78;
  private static final int STANDARDS = 328;
  private static final int OBSERVATIONS = 1166;
  private static final int PASSED = 817;
  private static final int TYPES = 8;

  private static boolean published;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  /** Each share with as many rows behind it as its numerator, each count as its value. */
  private static int assertThatListsFit(String address) {
    List<Map<String, Object>> lines =
        team().get(address).then().statusCode(200).extract().path("items");
    int passed = 0;
    for (Map<String, Object> line : lines) {
      Map<?, ?> rate = (Map<?, ?>) line.get("scoreRate");
      assertEquals(rate.get("numerator"), total((String) rate.get("list")));
      passed += (Integer) rate.get("numerator");
      if (line.get("failures") instanceof Map<?, ?> failures) {
        assertEquals(failures.get("value"), total((String) failures.get("list")));
      }
    }
    return passed;
  }

  private static int total(String list) {
    return team().get(list + "&count=exact&limit=1").then().statusCode(200).extract().path("total");
  }

  /** A real one [public]: Jiaozuo 2019, 70.1 %. */
  @Test
  void a_district_of_78_points_328_standards_and_1166_observations_has_70_1_percent() {
    int each = STANDARDS / TYPES;
    for (int type = 0; type < TYPES; type++) {
      PlannedEvaluation.checklist("JZ_" + type, each);
    }
    List<String> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(
          "{\"place\":\"点位%d\",\"subdistrictCode\":\"%s\",\"placeType\":\"JZ_%d\"}"
              .formatted(i + 1, i % 2 == 0 ? SUBDISTRICT : OTHER_SUBDISTRICT, i % TYPES));
    }
    String body =
        "{\"name\":\"焦作\",\"plannedFor\":\"%s\",\"points\":[%s]}"
            .formatted(Instant.now(), String.join(",", points));
    String id = team().body(body).post(EVALUATIONS).then().statusCode(201).extract().path("id");
    String address = EVALUATIONS + "/" + id;
    team().post(address + "/start").then().statusCode(200);
    IntStream.range(0, OBSERVATIONS)
        .parallel()
        .forEach(
            n -> {
              int item = (n / POINTS + n % POINTS / TYPES * 4) % each + 1;
              String outcome = n < PASSED ? "PASSED" : "FAILED";
              observe(inspector(), address, n % POINTS + 1, item, outcome).then().statusCode(201);
            });
    team()
        .body("{\"summary\":\"得分率七成\"}")
        .post(address + "/conclusion")
        .then()
        .statusCode(200)
        .body("pointCount", equalTo(POINTS))
        .body("unobserved", equalTo(POINTS * each - OBSERVATIONS))
        .body("scoreRate.numerator", equalTo(PASSED))
        .body("scoreRate.denominator", equalTo(OBSERVATIONS))
        .body("scoreRate.value", equalTo(70.07f))
        .body("weightedRate", equalTo(70.07f))
        .body("failures.value", equalTo(OBSERVATIONS - PASSED));
    String scores = EVALUATIONS + "/scores?limit=200&evaluationId=" + id + "&by=";
    for (String by : List.of("POINT", "PLACE_TYPE", "SUBDISTRICT")) {
      assertEquals(PASSED, assertThatListsFit(scores + by), by);
    }
    int items = team().get(scores + "ITEM&count=exact").path("total");
    assertEquals(STANDARDS, items);
    assertEquals(PASSED, assertThatListsFit(EVALUATIONS + "/points?limit=200&evaluationId=" + id));
  }

  @Test
  void what_is_not_applicable_counts_neither_for_nor_against() {
    String address = underWay();
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(201);
    observe(inspector(), address, 1, 2, "FAILED").then().statusCode(201);
    observe(inspector(), address, 1, 3, "NOT_APPLICABLE").then().statusCode(201);
    team()
        .get(address)
        .then()
        .body("scoreRate.value", equalTo(50f))
        .body("scoreRate.denominator", equalTo(2))
        .body("itemCount", equalTo(10))
        .body("unobserved", equalTo(7));
    assertEquals(
        1, assertThatListsFit(EVALUATIONS + "/scores?by=ITEM&evaluationId=" + id(address)));
    team()
        .get("/api/v1/evaluation-observations?item=first")
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("type")));
  }

  @Test
  void scores_are_those_of_one_evaluation() {
    team()
        .get(EVALUATIONS + "/scores?by=ITEM")
        .then()
        .statusCode(400)
        .body("errors.collect { it.field + ' ' + it.code }", contains("evaluationId required"));
    String address = underWay();
    String other = underWay();
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(201);
    observe(inspector(), other, 1, 1, "FAILED").then().statusCode(201);
    team()
        .get(EVALUATIONS + "/scores?evaluationId=" + id(address))
        .then()
        .body("items.scoreRate.denominator", equalTo(List.of(1)));
    team()
        .get(EVALUATIONS + "/scores?evaluationId=" + UUID.randomUUID())
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void nothing_observed_is_no_score_rather_than_all_or_none() {
    team()
        .get(underWay())
        .then()
        .body("scoreRate.value", nullValue())
        .body("scoreRate.denominator", equalTo(0))
        .body("weightedRate", nullValue());
  }

  @Test
  void weights_count_in_the_weighted_rate_alone() {
    team()
        .body(
            "{\"placeTypeCode\":\"WEIGHED\",\"placeTypeName\":\"加权\",\"items\":["
                + "{\"standard\":\"一\",\"weight\":3},{\"standard\":\"二\",\"method\":\"DOCUMENTS\"}]}")
        .post("/api/v1/evaluation-checklists")
        .then()
        .statusCode(201)
        .body("number", equalTo(1))
        .body("items.weight", equalTo(List.of(3, 1)))
        .body("items.method", equalTo(List.of("ON_SITE", "DOCUMENTS")));
    String body = PlannedEvaluation.body().replace("MARKET", "WEIGHED");
    String address =
        EVALUATIONS + "/" + team().body(body).post(EVALUATIONS).then().extract().path("id");
    team().post(address + "/start").then().statusCode(200);
    observe(inspector(), address, 1, 1, "PASSED").then().statusCode(201);
    observe(inspector(), address, 1, 2, "FAILED").then().statusCode(201);
    team()
        .get(EVALUATIONS + "/scores?by=PLACE_TYPE&evaluationId=" + id(address))
        .then()
        .body("items.key", equalTo(List.of("WEIGHED")))
        .body("items.name", equalTo(List.of("加权")))
        .body("items[0].scoreRate.value", equalTo(50f))
        .body("items[0].weightedRate", equalTo(75f));
  }

  @ParameterizedTest
  @CsvSource({"0, least", "10000, most", "1.005, digits"})
  void a_weight_is_a_number_of_hundredths(String weight, String code) {
    team()
        .body(
            "{\"placeTypeCode\":\"WEIGHED\",\"placeTypeName\":\"加权\",\"items\":[{\"standard\":\"一\",\"weight\":"
                + weight
                + "}]}")
        .post("/api/v1/evaluation-checklists")
        .then()
        .statusCode(400)
        .body("errors.find { it.field == 'items[0].weight' }.code", equalTo(code));
  }

  @Test
  void a_checklist_that_is_replaced_stays_with_what_was_planned_by_it() {
    PlannedEvaluation.checklist("REPLACED", 3);
    String body = PlannedEvaluation.body().replace("MARKET", "REPLACED");
    String before = team().body(body).post(EVALUATIONS).then().statusCode(201).extract().path("id");
    PlannedEvaluation.checklist("REPLACED", 4);
    String after = team().body(body).post(EVALUATIONS).then().statusCode(201).extract().path("id");
    team().get(EVALUATIONS + "/" + before).then().body("itemCount", equalTo(8));
    team().get(EVALUATIONS + "/" + after).then().body("itemCount", equalTo(9));
    team()
        .get("/api/v1/evaluation-checklists?placeType=REPLACED&newest=true")
        .then()
        .body("items.number", equalTo(List.of(2)))
        .body("items.itemCount", equalTo(List.of(4)));
    team()
        .get("/api/v1/evaluation-checklists?placeType=REPLACED&newest=false")
        .then()
        .body("items.number", equalTo(List.of(1)));
  }
}
