package org.bihuan.acceptance.security;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What a page does with a link of {@code ./bihuan link}. */
class LoginLinkTest {

  private static final Stack STACK = RunningStack.get();

  @Test
  void a_link_of_the_stack_logs_in_at_the_services_once() {
    String link = STACK.loginLink(Identity.of(Role.UNIT_HANDLER));
    String address =
        RestAssured.get(STACK.intake().address() + "/console/config.json").path("login.address");

    String token = session(address, link).then().statusCode(200).extract().path("token");

    RestAssured.given()
        .auth()
        .oauth2(token)
        .get(STACK.dispatch().address() + "/api/v1/me")
        .then()
        .statusCode(200)
        .body("roles", hasItem("UNIT_HANDLER"))
        .body("unit", equalTo("HOUSING_BUREAU"));
    session(address, link).then().statusCode(401).body("code", equalTo("login-code-unknown"));
  }

  private static Response session(String address, String link) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .header("Origin", STACK.intake().address())
        .body("{\"code\": \"" + link.substring(link.indexOf("#code=") + 6) + "\"}")
        .post(address + "/session");
  }
}
