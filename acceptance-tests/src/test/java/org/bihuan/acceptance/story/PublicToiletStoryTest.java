package org.bihuan.acceptance.story;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * The market's public toilet: exposed by the media, put on one order with two items of two limits
 * the same day, answered with a lasting demand, checked on the spot, written off.
 */
class PublicToiletStoryTest {

  private final Loop loop = new Loop(RunningStack.get());

  private String exposed(String categoryCode, String text) {
    Response complaint =
        loop.intake(Role.SPECIAL_TEAM)
            .body(
                Map.of(
                    "channel",
                    "SPECIAL_TEAM_DESK",
                    "sourceKind",
                    "MEDIA_EXPOSURE",
                    "subject",
                    "桦林山市场公厕",
                    "text",
                    text,
                    "categoryCode",
                    categoryCode))
            .post("/api/v1/complaints");
    complaint.then().body("sourceKind", equalTo("MEDIA_EXPOSURE"));
    return loop.problemOf(complaint);
  }

  @Test
  void one_order_two_limits_a_standing_demand_and_a_write_off() {
    String cleaning = exposed("SANITATION", "公厕地面脏污, 异味大");
    String repair = exposed("GROUND_DAMAGE", "冲水设施和地砖破损");
    loop.awaitItem(cleaning, "ISSUED");
    loop.awaitItem(repair, "ISSUED");

    Response order =
        loop.dispatch(Role.SPECIAL_TEAM)
            .body(
                Map.of(
                    "kind",
                    "SPECIAL",
                    "basis",
                    "媒体曝光",
                    "leadUnitCode",
                    "市场建设服务一中心",
                    "jointUnitCodes",
                    List.of(),
                    "urgency",
                    "URGENT",
                    "items",
                    List.of(
                        Map.of("problemId", cleaning, "deadlineClass", "GENERAL", "demand", "立即保洁"),
                        Map.of(
                            "problemId", repair, "deadlineClass", "FACILITY", "demand", "更换损坏设施"))))
            .post("/api/v1/orders");
    order.then().statusCode(201).body("serial", startsWith("创督〔"));

    Item clean = loop.awaitItem(cleaning, "ISSUED");
    Item mend = loop.awaitItem(repair, "ISSUED");
    assertEquals(order.path("id"), clean.text("orderId"));
    assertEquals(clean.text("orderId"), mend.text("orderId"));
    assertEquals("MARKET_SERVICE_CENTRE_1", clean.leadUnit(), "an alias names the same unit");
    assertEquals(Duration.ofHours(48), limit(clean));
    assertEquals(Duration.ofHours(72), limit(mend));
    assertNotEquals(clean.text("dueAt"), mend.text("dueAt"));

    loop.acknowledge(clean).then().statusCode(200);
    Response reply = loop.reply(clean);
    reply.then().statusCode(201);
    loop.review(
            clean,
            reply.path("id"),
            Map.of(
                "decision",
                "ACCEPTED_WITH_STANDING_DEMAND",
                "standingDemand",
                "增加公厕的打扫频次, 随时看、即时换"))
        .then()
        .statusCode(200);
    String recheck = loop.awaitRecheck(cleaning);
    loop.inspection(Identity.of(Role.INSPECTOR).ofUnit("HUALINSHAN_OFFICE"))
        .body(Map.of("outcome", "PASSED"))
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(409);
    loop.recheck(recheck, "PASSED").then().statusCode(200);
    loop.awaitItem(cleaning, "WRITTEN_OFF");
    loop.awaitProblem(cleaning, "WRITTEN_OFF");
    loop.problem(cleaning).then().body("standingDemand", equalTo("增加公厕的打扫频次, 随时看、即时换"));
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () -> loop.problem(repair).then().body("orderSerial", equalTo(order.path("serial"))));
    loop.certificate(cleaning).then().body("complete", equalTo(true));
  }

  private static Duration limit(Item item) {
    return Duration.between(
        Instant.parse(item.text("issuedAt")), Instant.parse(item.text("dueAt")));
  }
}
