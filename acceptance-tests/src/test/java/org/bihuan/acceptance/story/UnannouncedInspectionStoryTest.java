package org.bihuan.acceptance.story;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * 四不两直 around the market: nobody is told before it starts, and what it finds comes back as an
 * order.
 */
class UnannouncedInspectionStoryTest {

  private static final String INSPECTIONS = "/api/v1/inspections";

  private final Loop loop = new Loop(RunningStack.get());
  private final Identity subdistrict = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021");

  private static Map<String, Object> stop(String place) {
    return Map.of("subdistrictCode", "370203021", "place", place);
  }

  @Test
  void a_finding_of_an_unannounced_inspection_becomes_an_order() {
    Response planned =
        loop.inspection(Role.SPECIAL_TEAM)
            .body(
                Map.of(
                    "tier",
                    "AREA",
                    "method",
                    "UNANNOUNCED",
                    "focus",
                    "南山市场及周边",
                    "purpose",
                    "查看整改情况",
                    "plannedFor",
                    Instant.now().toString(),
                    "stops",
                    List.of(stop("南山市场"), stop("桑梓路"), stop("菜市二路"))))
            .post(INSPECTIONS);
    planned.then().statusCode(201);
    String path = INSPECTIONS + "/" + planned.path("id");
    loop.inspection(subdistrict).get(path).then().statusCode(404);
    loop.inspection(subdistrict)
        .get(INSPECTIONS)
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(planned.<String>path("id"))));

    loop.inspection(Role.SPECIAL_TEAM).post(path + "/start").then().statusCode(200);
    loop.inspection(subdistrict).get(path).then().statusCode(200);
    for (int stop = 1; stop <= 3; stop++) {
      loop.inspection(Role.SPECIAL_TEAM)
          .body(Map.of("arrivedAt", Instant.now().toString()))
          .post(path + "/stops/" + stop + "/visit")
          .then()
          .statusCode(200);
    }
    Response finding =
        loop.inspection(Role.SPECIAL_TEAM)
            .body(
                Map.of(
                    "stop",
                    1,
                    "title",
                    "市场门前占道经营",
                    "description",
                    "市场门前流动摊贩占道",
                    "categoryCode",
                    "STREET_OCCUPATION"))
            .post(path + "/findings");
    finding.then().statusCode(201);
    loop.inspection(Role.SPECIAL_TEAM)
        .body(Map.of("summary", "三处点位已查看"))
        .post(path + "/conclusion")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"));

    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () ->
                loop.inspection(Role.SPECIAL_TEAM)
                    .get("/api/v1/findings/" + finding.path("id"))
                    .then()
                    .body("problemId", notNullValue())
                    .body("orderSerial", notNullValue()));
    String problem =
        loop.inspection(Role.SPECIAL_TEAM)
            .get("/api/v1/findings/" + finding.path("id"))
            .path("problemId");
    loop.awaitItem(problem, "ISSUED");
    loop.problem(problem).then().body("sourceKind", equalTo("INSPECTION_FINDING"));
  }
}
