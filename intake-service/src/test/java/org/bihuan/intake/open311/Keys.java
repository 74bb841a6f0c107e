package org.bihuan.intake.open311;

import org.bihuan.intake.As;
import org.bihuan.localstack.identity.Role;

/** Keys of channels. */
final class Keys {

  private Keys() {}

  /** The secret of a new key of the channel. */
  static String of(String channel) {
    return As.role(Role.ADMIN)
        .body("{\"holder\": \"示例平台\"}")
        .post("/api/v1/channels/" + channel + "/keys")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }
}
