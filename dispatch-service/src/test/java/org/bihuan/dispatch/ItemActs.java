package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.identity.Identity;

/** What units and the special team do to an item beside the usual course. */
final class ItemActs {

  static final Identity HANDLER = handlerOf(ENFORCEMENT);
  static final String RETURN =
      "{\"reason\": \"点位不在辖区\", \"clauseCode\": \"OUTSIDE_AREA\", \"suggestedUnitCode\": \"%s\"}";
  static final String RETURN_TO_NOBODY =
      "{\"reason\": \"点位不在辖区\", \"clauseCode\": \"OUTSIDE_AREA\"}";
  static final String ACCEPTED = "{\"decision\": \"ACCEPTED\", \"opinion\": \"情况属实\"}";
  static final String REFUSED = "{\"decision\": \"REFUSED\", \"opinion\": \"职责明确\"}";

  private ItemActs() {}

  static Response post(Identity who, String id, String part, String body) {
    return as(who).body(body).post("/api/v1/order-items/" + id + part);
  }

  static JsonPath get(String id, String part) {
    return as(TEAM)
        .get("/api/v1/order-items/" + id + part)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static Response requestReturn(String id, String unit) {
    return post(HANDLER, id, "/return-requests", RETURN.formatted(unit));
  }

  static Response decideReturn(String id, String request, String decision) {
    return post(TEAM, id, "/return-requests/" + request + "/decision", decision);
  }

  static String extension(Instant until) {
    return "{\"until\": \"%s\", \"reason\": \"连续降雨\"}".formatted(until);
  }

  /** Asks for {@code more} than the item has now. */
  static Response requestExtension(String id, Duration more) {
    Instant dueAt = Instant.parse(get(id, "").getString("dueAt"));
    return post(HANDLER, id, "/extension-requests", extension(dueAt.plus(more)));
  }

  static Response decideExtension(String id, String request, String decision) {
    return post(TEAM, id, "/extension-requests/" + request + "/decision", decision);
  }

  static String suspension(Clock clock, int days) {
    return "{\"cause\": \"AWAITING_FUNDS\", \"reviewOn\": \"%s\", \"reason\": \"待资金下达\"}"
        .formatted(DistrictTime.day(clock.instant()).plusDays(days));
  }

  static Response suspend(String id, Clock clock, int days) {
    return post(TEAM, id, "/suspension", suspension(clock, days));
  }

  static Response resume(String id) {
    return post(TEAM, id, "/resumption", "{\"reason\": \"资金已到位\"}");
  }

  static Instant instant(JsonPath json, String path) {
    return Instant.parse(json.getString(path));
  }
}
