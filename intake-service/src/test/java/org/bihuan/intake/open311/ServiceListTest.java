package org.bihuan.intake.open311;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which categories are services today, and how clients learn that it is others. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ServiceListTest {

  private static final String ROOT = "/open311/v2";
  private static final String CATEGORIES = "/api/v1/categories/";

  private static Map<String, Object> terms(String name, Map<String, Object> others) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("parentCode", "STREET_ORDER");
    terms.put("name", name);
    terms.put("englishName", name);
    terms.put("deadlineClass", "GENERAL");
    terms.put("automaticFiling", false);
    terms.put("filingThreshold", 1);
    terms.put("keywords", List.of());
    terms.put("active", true);
    terms.putAll(others);
    return terms;
  }

  private static void add(String code, Map<String, Object> terms) {
    As.role(Role.ADMIN).body(terms).post(CATEGORIES + code).then().statusCode(201);
  }

  private static void replace(String code, Map<String, Object> terms) {
    String tag = As.role(Role.ADMIN).get(CATEGORIES + code).header("ETag");
    As.role(Role.ADMIN)
        .header("If-Match", tag)
        .body(terms)
        .put(CATEGORIES + code)
        .then()
        .statusCode(200);
  }

  private static Response services() {
    return RestAssured.get(ROOT + "/services.json");
  }

  private static OffsetDateTime changeset() {
    return OffsetDateTime.parse(RestAssured.get(ROOT + "/discovery.json").path("changeset"));
  }

  @Test
  void a_changeset_stays_as_long_as_the_services_do() {
    String first = RestAssured.get(ROOT + "/discovery.json").path("changeset");
    RestAssured.get(ROOT + "/discovery.json")
        .then()
        .body("changeset", equalTo(first))
        .body("endpoints[0].changeset", equalTo(first))
        .body("endpoints[0].url", containsString(ROOT))
        .body("endpoints[0].formats", contains("text/xml", "application/json"));
  }

  @Test
  void a_changeset_moves_with_every_change_of_a_service_however_fast_they_follow() {
    OffsetDateTime before = changeset();
    add("PAPER_LANTERNS", terms("灯笼", Map.of()));
    OffsetDateTime added = changeset();
    assertTrue(added.isAfter(before), before + " " + added);
    replace("PAPER_LANTERNS", terms("彩灯", Map.of()));
    OffsetDateTime renamed = changeset();
    assertTrue(renamed.isAfter(added), added + " " + renamed);
    services().then().body("service_name", hasItem("彩灯"));
    replace("PAPER_LANTERNS", terms("彩灯", Map.of("active", false)));
    OffsetDateTime retired = changeset();
    assertTrue(retired.isAfter(renamed), renamed + " " + retired);
    services().then().body("service_code", not(hasItem("PAPER_LANTERNS")));
  }

  @ParameterizedTest
  @CsvSource({"NOT_YET, validFrom, 2090-01-01", "NO_LONGER, validUntil, 2020-01-01"})
  void what_nothing_can_be_filed_under_today_is_no_service(String code, String name, String day) {
    add(code, terms(code, Map.of(name, day)));
    services().then().statusCode(200).body("service_code", not(hasItem(code)));
    RestAssured.get(ROOT + "/services/" + code + ".json").then().statusCode(404);
    RestAssured.given()
        .formParams(
            "api_key", Keys.of("HOTLINE_12319"), "service_code", code, "address_string", "示例路")
        .post(ROOT + "/requests.json")
        .then()
        .statusCode(404)
        .body("[0].description", containsString("(service-not-found)"));
  }

  @ParameterizedTest
  @CsvSource({
    "zh, ROOF_LEAK, 房屋建筑",
    "en, ROOF_LEAK, Houses and buildings",
    "zh, OTHER, 其他",
    "en, OTHER, Other",
  })
  void services_are_grouped_by_the_branches_of_the_tree(
      String language, String code, String group) {
    RestAssured.given()
        .header("Accept-Language", language)
        .get(ROOT + "/services.json")
        .then()
        .body("find { it.service_code == '" + code + "' }.group", equalTo(group));
  }
}
