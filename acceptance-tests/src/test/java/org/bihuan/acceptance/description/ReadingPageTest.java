package org.bihuan.acceptance.description;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.parts.Part;
import org.junit.jupiter.api.Test;

/** The page that shows all three services, as far as it can be seen without a browser. */
class ReadingPageTest {

  private final Part intake = RunningStack.get().intake();
  private final Part dispatch = RunningStack.get().dispatch();

  private RequestSpecification asPageOfIntake(Part service) {
    return RestAssured.given().baseUri(service.address()).header("Origin", intake.address());
  }

  @Test
  void the_page_and_its_script_come_from_intake_alone() {
    RequestSpecification browser = RestAssured.given().baseUri(intake.address());
    String page = browser.get("/docs/").then().statusCode(200).extract().asString();
    assertTrue(page.contains("/webjars/scalar/scalar.js") && page.contains("/docs/reference.js"));
    assertTrue(!page.contains("http"), "nothing is loaded from elsewhere");
    browser.get("/docs").then().statusCode(200).body(equalTo(page));
    browser
        .get("/webjars/scalar/scalar.js")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("max-age"));
    browser.get("/docs/reference.js").then().statusCode(200).body(not(containsString("http")));
  }

  @Test
  void it_is_led_to_the_description_of_each_service_where_that_runs() {
    for (Part service : List.of(dispatch, RunningStack.get().inspection())) {
      String name = service.name().replace("-service", "");
      Response led =
          RestAssured.given()
              .baseUri(intake.address())
              .redirects()
              .follow(false)
              .get("/docs/openapi/" + name);
      assertEquals(307, led.statusCode());
      assertEquals(service.address() + "/q/openapi", led.header("Location"));
      asPageOfIntake(service)
          .get("/q/openapi")
          .then()
          .statusCode(200)
          .header("Access-Control-Allow-Origin", equalTo(intake.address()))
          .body(containsString(service.address()));
    }
  }

  @Test
  void a_part_that_the_script_does_not_have_is_a_problem_of_the_client() {
    RestAssured.given()
        .baseUri(intake.address())
        .header("Range", "bytes=99999999-")
        .get("/docs/reference.js")
        .then()
        .statusCode(416)
        .contentType("application/problem+json");
  }

  @Test
  void swagger_ui_offers_all_three() {
    RestAssured.given()
        .baseUri(intake.address())
        .get("/q/swagger-ui/")
        .then()
        .statusCode(200)
        .body(containsString("/docs/openapi/dispatch"))
        .body(containsString("/docs/openapi/inspection"));
  }

  @Test
  void it_may_try_an_operation_of_another_service_and_other_pages_may_not() {
    asPageOfIntake(dispatch)
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .options("/api/v1/units")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(intake.address()));
    asPageOfIntake(dispatch)
        .auth()
        .oauth2(RunningStack.get().token(Identity.of(Role.SPECIAL_TEAM)))
        .get("/api/v1/units")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(intake.address()));
    RestAssured.given()
        .baseUri(dispatch.address())
        .header("Origin", "https://elsewhere.example")
        .get("/q/openapi")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
