package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.as;

import io.restassured.response.Response;

/** What an administrator does with units. */
final class UnitActs {

  private UnitActs() {}

  /** Adds a unit that nothing needs yet. */
  static void addUnit(String code) {
    as(ADMIN)
        .body(
            "{\"code\": \"%s\", \"name\": \"示例单位 %s\", \"kind\": \"DISTRICT_UNIT\"}"
                .formatted(code, code))
        .post("/api/v1/units")
        .then()
        .statusCode(201);
  }

  static Response closeUnit(String code) {
    return as(ADMIN).body("{}").post("/api/v1/units/" + code + "/closing");
  }
}
