package org.bihuan.intake.open311;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.bihuan.intake.IntakeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a query or a form of Open311 is refused before anybody looks for anything. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RefusedInputTest {

  private static final String ROOT = "/open311/v2";

  private static Response asked(String query) {
    return RestAssured.given().urlEncodingEnabled(false).get(ROOT + "/requests.json?" + query);
  }

  private static Response sent(String body) {
    return RestAssured.given()
        .contentType("application/x-www-form-urlencoded")
        .body("service_code=ROOF_LEAK&address_string=a&api_key=" + Keys.of("HOTLINE_12319") + body)
        .post(ROOT + "/requests.json");
  }

  private static void isRefused(Response answer, String field, String code) {
    answer
        .then()
        .statusCode(400)
        .body("size()", equalTo(1))
        .body("[0].code", equalTo("400"))
        .body("[0].description", startsWith(field + ": "))
        .body("[0].description", containsString("(" + code + ")"));
  }

  @ParameterizedTest
  @CsvSource({
    "page=1&page=2, page, repeated",
    "start_date=2026-01-01T00:00:00Z&start_date=2026-01-02T00:00:00Z, start_date, repeated",
    "jurisdiction_id=370203&jurisdiction_id=370202, jurisdiction_id, repeated",
    "service_code=ROOF%00LEAK, service_code, unprintable",
    "service_request_id=SQ%002026, service_request_id, unprintable",
    "page=101, page, most",
    "page=100001&page_size=1, page, most",
  })
  void a_query_is_refused_by_the_name_of_its_parameter(String query, String field, String code) {
    isRefused(asked(query), field, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"services", "services/ROOF_LEAK", "requests/SQ2026-0000001", "tokens/a"})
  void every_address_takes_one_jurisdiction(String address) {
    isRefused(
        RestAssured.get(
            ROOT + "/" + address + ".json?jurisdiction_id=370203&jurisdiction_id=370202"),
        "jurisdiction_id",
        "repeated");
  }

  @Test
  void the_last_page_that_is_told_is_the_hundredth_of_a_thousand() {
    asked("page=100&page_size=1000").then().statusCode(200);
    asked("page=100000&page_size=1").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_request_id", "service_code"})
  void a_list_has_at_most_a_thousand_different_values(String name) {
    isRefused(asked(name + "=" + values(1_001)), name, "most");
    asked("service_request_id=" + values(1_000) + ",0,1").then().statusCode(200);
  }

  private static String values(int count) {
    return IntStream.range(0, count).mapToObj(i -> Integer.toString(i, 36)).collect(joining(","));
  }

  @ParameterizedTest
  @CsvSource({
    "&phone=19900000123&phone=19900000124, phone, repeated",
    "&description=a%00b, description, unprintable",
    "&attribute[SUBDISTRICT][]=370203021&attribute[SUBDISTRICT][]=370203022, attribute[SUBDISTRICT][], repeated",
  })
  void a_form_is_refused_by_the_name_of_its_field(String body, String field, String code) {
    isRefused(sent(body), field, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&description=%ZZ", "&description=%FF", "&description=%E6%BC", "&%FF=a"})
  void a_form_that_cannot_be_read_is_refused(String body) {
    sent(body)
        .then()
        .statusCode(400)
        .body("size()", equalTo(1))
        .body("[0].description", containsString("(form-unreadable)"));
  }

  @Test
  void a_form_has_at_most_a_thousand_fields() {
    sent("&x=1".repeat(997)).then().statusCode(200);
    sent("&x=1".repeat(998))
        .then()
        .statusCode(400)
        .body("[0].description", containsString("(form-unreadable)"));
  }
}
