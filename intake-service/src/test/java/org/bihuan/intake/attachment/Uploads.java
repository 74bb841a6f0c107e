package org.bihuan.intake.attachment;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;

/** Uploads as somebody. */
public final class Uploads {

  public static final String ATTACHMENTS = "/api/v1/attachments";

  private Uploads() {}

  public static Response upload(Role role, byte[] file) {
    return as(role).multiPart("file", "photo.jpg", file, "image/jpeg").post(ATTACHMENTS);
  }

  /** The id of a file that was taken. */
  public static String uploaded(Role role, byte[] file) {
    return upload(role, file).then().statusCode(201).extract().path("id");
  }

  public static RequestSpecification as(Role role) {
    return RestAssured.given().auth().oauth2(Tokens.forTests().sign(Identity.of(role)));
  }
}
