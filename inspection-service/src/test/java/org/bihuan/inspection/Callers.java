package org.bihuan.inspection;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;

/** Those who call the API in tests. */
public final class Callers {

  public static final String LEAD_UNIT = "MARKET_SERVICE_CENTRE_1";

  /** Below the lead unit. */
  public static final String SUB_UNIT = "MARKET_SERVICE_CENTRE_1_STALLS";

  public static final String JOINT_UNIT = "URBAN_MANAGEMENT_BUREAU";
  public static final String OTHER_UNIT = "BIG_DATA_BUREAU";
  public static final String SUBDISTRICT = "370203021";
  public static final String OTHER_SUBDISTRICT = "370203008";

  private Callers() {}

  /** Somebody with {@code role}, without a unit. */
  public static RequestSpecification as(Role role) {
    return as(Identity.of(role));
  }

  public static RequestSpecification as(Identity identity) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.forTests().sign(identity))
        .contentType("application/json");
  }

  public static RequestSpecification team() {
    return as(Role.SPECIAL_TEAM);
  }

  public static RequestSpecification inspector() {
    return as(Role.INSPECTOR);
  }

  public static RequestSpecification inspector(String subject, String unit) {
    return as(Identity.of(Role.INSPECTOR).called(subject).ofUnit(unit));
  }

  public static RequestSpecification unit(String code) {
    return as(Identity.of(Role.UNIT_HANDLER).ofUnit(code));
  }

  public static RequestSpecification subdistrict(String code) {
    return as(Identity.of(Role.SUBDISTRICT).ofSubdistrict(code));
  }
}
