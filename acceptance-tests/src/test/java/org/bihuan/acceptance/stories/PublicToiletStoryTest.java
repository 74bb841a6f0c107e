package org.bihuan.acceptance.stories;

import static org.bihuan.acceptance.stories.Journey.INSPECTOR;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.bihuan.acceptance.stories.Journey.handlerOf;
import static org.bihuan.acceptance.stories.Journey.limit;
import static org.bihuan.acceptance.stories.Journey.line;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.Test;

/**
 * Story 1, 桦林山市场公厕: exposed by the media, put on one order with two items of two limits at once,
 * done by the sub-unit, accepted with a lasting demand, checked on the spot, written off.
 */
class PublicToiletStoryTest {

  private static final String DEMAND = "增加公厕的打扫频次, 随时看、即时换";

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void one_order_two_limits_a_standing_demand_and_a_write_off() {
    Instant exposed = Instant.now();
    String cleaning = journey.entered("MEDIA_EXPOSURE", "SANITATION", "桦林山市场公厕地面脏污, 异味大");
    String repair = journey.entered("MEDIA_EXPOSURE", "GROUND_DAMAGE", "桦林山市场公厕冲水设施和地砖破损");
    loop.awaitItem(cleaning, "ISSUED");
    loop.awaitItem(repair, "ISSUED");
    JsonPath order =
        journey.ordered(
            "市场建设服务一中心",
            "媒体曝光",
            line(cleaning, "GENERAL", "立即保洁"),
            line(repair, "FACILITY", "更换损坏设施"));
    assertTrue(order.getString("serial").startsWith("创督〔"));

    Item clean = loop.awaitItem(cleaning, "ISSUED");
    Item mend = loop.awaitItem(repair, "ISSUED");
    assertOneOrderOfTwoLimits(order, clean, mend, exposed);
    assertSourceIsShown(cleaning, clean);
    assertSubUnitDoesTheWorkAndItsParentAnswers(clean);

    loop.acknowledge(clean).then().statusCode(200);
    loop.acknowledge(mend).then().statusCode(200);
    acceptedWithDemand(clean, repliedWithPhoto(clean));
    String recheck = loop.awaitRecheck(cleaning);
    assertNobodyOfTheReplyingUnitRechecks(recheck);
    loop.recheck(recheck, "PASSED").then().statusCode(200);
    loop.awaitItem(cleaning, "WRITTEN_OFF");
    loop.awaitProblem(cleaning, "WRITTEN_OFF");
    assertEquals("PARTIALLY_REPLIED", status(order));
    journey.writtenOff(mend, repair);
    assertEquals("CLOSED", status(order));
    assertDemandStaysVisible(cleaning, clean);
    loop.certificate(cleaning).then().body("complete", equalTo(true));
    loop.certificate(repair).then().body("complete", equalTo(true));
  }

  private String status(JsonPath order) {
    return loop.dispatch(TEAM).get("/api/v1/orders/" + order.getString("id")).path("status");
  }

  private static void assertOneOrderOfTwoLimits(
      JsonPath order, Item clean, Item mend, Instant exposed) {
    assertEquals(order.getString("id"), clean.text("orderId"));
    assertEquals(order.getString("id"), mend.text("orderId"));
    assertEquals("MARKET_SERVICE_CENTRE_1", clean.leadUnit(), "an alias names the same unit");
    assertEquals(Duration.ofHours(48), limit(clean));
    assertEquals(Duration.ofHours(72), limit(mend));
    assertNotEquals(clean.text("dueAt"), mend.text("dueAt"));
    Duration toOrder = Duration.between(exposed, Instant.parse(clean.text("issuedAt")));
    assertTrue(toOrder.compareTo(Loop.PATIENCE.multipliedBy(3)) < 0, toOrder::toString);
  }

  private void assertSourceIsShown(String problem, Item item) {
    loop.problem(problem).then().body("sourceKind", equalTo("MEDIA_EXPOSURE"));
    assertEquals("MEDIA_EXPOSURE", item.text("sourceKind"));
    loop.intake(TEAM)
        .get("/api/v1/complaints?sourceKind=MEDIA_EXPOSURE&problemId=" + problem)
        .then()
        .body("items.channel", equalTo(List.of("SPECIAL_TEAM_DESK")));
  }

  private void assertSubUnitDoesTheWorkAndItsParentAnswers(Item item) {
    Identity office = handlerOf("HUALINSHAN_OFFICE");
    assertEquals("立即保洁", journey.read(office, item, "").getString("demand"));
    journey
        .ask(office, item, "/acknowledgement", "{\"responsiblePerson\": \"所长\"}")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-lead-unit"));
  }

  private String repliedWithPhoto(Item item) {
    String photo = loop.uploaded(item.handler(), 11);
    Response reply =
        Loop.patiently(
            () ->
                journey.ask(
                    item.handler(),
                    item,
                    "/replies",
                    """
                    {"kind": "FINAL", "cause": "保洁频次不足", "resultSummary": "地面清洁, 无异味",
                     "subUnitCode": "桦林山管理所", "attachmentIds": ["%2$s"], "afterPhotoIds": ["%2$s"],
                     "steps": [{"text": "清扫冲洗", "doneBy": "保洁组", "doneAt": "%1$s"},
                               {"text": "消杀除味", "doneBy": "消杀组", "doneAt": "%1$s"},
                               {"text": "增派保洁员", "doneBy": "管理所", "doneAt": "%1$s"}]}
                    """
                        .formatted(Instant.now().minusSeconds(1), photo)));
    reply
        .then()
        .statusCode(201)
        .body("cause", equalTo("保洁频次不足"))
        .body("steps.text", equalTo(List.of("清扫冲洗", "消杀除味", "增派保洁员")))
        .body("subUnit.code", equalTo("HUALINSHAN_OFFICE"))
        .body("afterPhotoIds", equalTo(List.of(photo)));
    return reply.path("id");
  }

  private void acceptedWithDemand(Item item, String reply) {
    loop.review(
            item,
            reply,
            Map.of("decision", "ACCEPTED_WITH_STANDING_DEMAND", "standingDemand", DEMAND))
        .then()
        .statusCode(200);
  }

  private void assertNobodyOfTheReplyingUnitRechecks(String recheck) {
    for (String unit : List.of("MARKET_SERVICE_CENTRE_1", "HUALINSHAN_OFFICE")) {
      loop.inspection(INSPECTOR.ofUnit(unit))
          .body(Map.of("outcome", "PASSED"))
          .post("/api/v1/rechecks/" + recheck + "/outcome")
          .then()
          .statusCode(409)
          .body("code", equalTo("own-unit"));
    }
  }

  private void assertDemandStaysVisible(String problem, Item item) {
    loop.problem(problem).then().body("standingDemand", equalTo(DEMAND));
    for (Identity who : List.of(TEAM, item.handler(), handlerOf("HUALINSHAN_OFFICE"))) {
      JsonPath read = journey.read(who, item, "");
      assertEquals("WRITTEN_OFF", read.getString("status"));
      assertEquals(DEMAND, read.getString("standingDemand"));
    }
    loop.dispatch(TEAM)
        .get("/api/v1/standing-demands?holding=true&limit=200&unitCode=市场建设服务一中心")
        .then()
        .statusCode(200)
        .body("items.itemId", hasItem(item.id()));
  }
}
