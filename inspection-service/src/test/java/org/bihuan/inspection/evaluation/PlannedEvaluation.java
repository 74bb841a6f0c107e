package org.bihuan.inspection.evaluation;

import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.team;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mock evaluations for tests: a market of five items and a school of another checklist. */
final class PlannedEvaluation {

  static final String EVALUATIONS = "/api/v1/mock-evaluations";

  private PlannedEvaluation() {}

  /** The body of a request to plan one for these inspectors. */
  static String body(String... inspectors) {
    String named =
        List.of(inspectors).stream()
            .map("{\"subject\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return """
        {"name":"第一次模拟测评","plannedFor":"%s","inspectors":[%s],"points":[
          {"place":"南山市场","subdistrictCode":"%s","placeType":"MARKET","longitude":120.3561,"latitude":36.0835,"crs":"GCJ02"},
          {"place":"示例小学","subdistrictCode":"%s","placeType":"SCHOOL"}]}
        """
        .formatted(Instant.now().plusSeconds(3600), named, SUBDISTRICT, OTHER_SUBDISTRICT);
  }

  /** Plans one; returns its address. */
  static String planned(String... inspectors) {
    return EVALUATIONS
        + "/"
        + team()
            .body(body(inspectors))
            .post(EVALUATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  /** Plans and begins one; returns its address. */
  static String underWay(String... inspectors) {
    String address = planned(inspectors);
    team().post(address + "/start").then().statusCode(200);
    return address;
  }

  static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  static String observation(int point, int item, String outcome) {
    return "{\"point\":%d,\"item\":%d,\"outcome\":\"%s\",\"note\":\"现场已查看\"}"
        .formatted(point, item, outcome);
  }

  static Response observe(
      RequestSpecification who, String address, int point, int item, String outcome) {
    return who.body(observation(point, item, outcome)).post(address + "/observations");
  }

  /** A checklist of {@code size} items for a type of places. */
  static void checklist(String placeType, int size) {
    String items =
        IntStream.rangeClosed(1, size)
            .mapToObj("{\"standard\":\"标准%d\"}"::formatted)
            .collect(Collectors.joining(","));
    team()
        .body(
            "{\"placeTypeCode\":\"%s\",\"placeTypeName\":\"%s\",\"items\":[%s]}"
                .formatted(placeType, placeType, items))
        .post("/api/v1/evaluation-checklists")
        .then()
        .statusCode(201);
  }
}
