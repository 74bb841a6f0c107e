package org.bihuan.intake;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;

/** Requests as somebody. */
public final class As {

  private As() {}

  public static RequestSpecification role(Role role) {
    return as(Identity.of(role));
  }

  public static RequestSpecification as(Identity identity) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.forTests().sign(identity))
        .contentType(ContentType.JSON);
  }

  /** A resident, by the token of a session of the mini-program. */
  public static RequestSpecification resident(String token) {
    return nobody().header("X-Session-Token", token);
  }

  public static RequestSpecification nobody() {
    return RestAssured.given().contentType(ContentType.JSON);
  }
}
