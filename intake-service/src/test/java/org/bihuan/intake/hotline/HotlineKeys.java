package org.bihuan.intake.hotline;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.bihuan.intake.As;
import org.bihuan.localstack.identity.Role;

/** Keys of hotlines, which are few: each test begins without those of the test before. */
final class HotlineKeys {

  private HotlineKeys() {}

  /** The only live key of this use. */
  static JsonPath only(String channel, String use) {
    List<String> live =
        As.role(Role.ADMIN)
            .get(keys(channel))
            .jsonPath()
            .getList("findAll { it.use == '" + use + "' && it.revokedAt == null }.id");
    live.forEach(id -> revoke(channel, id));
    return another(channel, use);
  }

  static JsonPath another(String channel, String use) {
    Response answer = issue(channel, use);
    return answer.then().statusCode(201).extract().jsonPath();
  }

  static Response issue(String channel, String use) {
    return As.role(Role.ADMIN)
        .body("{\"holder\": \"示例热线公司\", \"use\": \"" + use + "\"}")
        .post(keys(channel));
  }

  static void revoke(String channel, String id) {
    As.role(Role.ADMIN).delete(keys(channel) + "/" + id).then().statusCode(204);
  }

  private static String keys(String channel) {
    return "/api/v1/channels/" + channel + "/keys";
  }
}
