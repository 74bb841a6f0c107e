package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.junit.jupiter.api.Test;

/**
 * Story 5, 187攻坚: a list of 187 hard problems in nine categories, each with a plan that names
 * person, day and cost. No work begins without one, and the board counts what is written off.
 */
class HardProblemsStoryTest {

  private static final int ALL = 187;
  private static final List<String> CATEGORIES =
      List.of(
          "ROOF_LEAK",
          "WALL_PEELING",
          "GROUND_DAMAGE",
          "PIPE_BLOCKAGE",
          "SANITATION",
          "STREET_OCCUPATION",
          "PARKING_DISORDER",
          "ILLEGAL_BUILDING",
          "CABLE_TANGLE");

  private static final String PLAN =
      "{\"measures\": \"重做防水层\", \"dueOn\": \"2099-12-20\", \"responsiblePerson\": \"维修科\"%s}";

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void no_row_is_worked_on_without_a_plan_and_the_board_counts_what_is_written_off() {
    String categories = "\"" + String.join("\", \"", CATEGORIES) + "\"";
    String campaign = journey.campaign("STORY_187", "187项难题攻坚", categories, ALL);
    journey.listed(campaign, ALL, list(subdistricts()));
    assertBoard(campaign, ALL - 1, 0);

    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "历史遗留楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    journey.surveyed(TEAM, campaign, "1");
    journey
        .started(campaign, "1", item)
        .then()
        .statusCode(409)
        .body("code", equalTo("point-without-plan"));
    planned(campaign, "");
    journey
        .started(campaign, "1", item)
        .then()
        .statusCode(409)
        .body("code", equalTo("point-plan-incomplete"));
    planned(campaign, ", \"costEstimate\": {\"amount\": \"12800.00\", \"currency\": \"CNY\"}");
    journey
        .started(campaign, "1", item)
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_WORK"))
        .body("plan.responsiblePerson", equalTo("维修科"))
        .body("plan.dueOn", equalTo("2099-12-20"))
        .body("plan.costEstimate.amount", equalTo("12800.00"));
    assertBoard(campaign, ALL, 0);

    loop.acknowledge(item).then().statusCode(200);
    loop.replyAndAccept(item);
    assertBoard(campaign, ALL, 0);
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitItem(problem, "WRITTEN_OFF");
    assertBoard(campaign, ALL, 1);
    assertDoneIsTheLengthOfTheList(campaign, item);
  }

  private List<String> subdistricts() {
    return await()
        .atMost(Loop.PATIENCE)
        .until(
            () -> loop.dispatch(TEAM).get("/api/v1/subdistricts").<List<String>>path("items.code"),
            codes -> codes.size() == 22);
  }

  /** The first row is a roof in 台东 that nobody has planned yet; the rest is spread. */
  private static String list(List<String> subdistricts) {
    return "编号,地址,街道,问题类别,责任单位,整改措施,责任人,完成时限,资金估算\n"
        + "1,示例路 1 号,370203021,ROOF_LEAK,区住建局,,,,\n"
        + IntStream.rangeClosed(2, ALL)
            .mapToObj(
                row ->
                    "%d,示例路 %d 号,%s,%s,,分步治理,经办人,2099-12-20,5000"
                        .formatted(
                            row,
                            row,
                            subdistricts.get(row % subdistricts.size()),
                            CATEGORIES.get(row % CATEGORIES.size())))
            .collect(Collectors.joining("\n"));
  }

  private void planned(String campaign, String cost) {
    journey
        .at(Journey.handlerOf("HOUSING_BUREAU"), campaign, "1", "/plan", PLAN.formatted(cost))
        .then()
        .statusCode(200);
  }

  /** Done of 187, by category and by street. */
  private void assertBoard(String campaign, int planned, int done) {
    JsonPath board = journey.progress(campaign, "");
    assertEquals(ALL, board.getInt("target"));
    assertEquals(done, board.getInt("done"));
    assertEquals(CATEGORIES.size(), board.getList("byCategory").size());
    assertEquals(22, board.getList("bySubdistrict").size());
    for (String part : List.of("byCategory", "bySubdistrict")) {
      assertEquals(ALL, board.getInt(part + ".sum { it.points }"));
      assertEquals(ALL, board.getInt(part + ".sum { it.target }"));
      assertEquals(planned, board.getInt(part + ".sum { it.planned }"));
      assertEquals(done, board.getInt(part + ".sum { it.done }"));
    }
    assertEquals(done, board.getInt("byCategory.find { it.code == 'ROOF_LEAK' }.done"));
    assertEquals(done, board.getInt("bySubdistrict.find { it.code == '370203021' }.done"));
  }

  private void assertDoneIsTheLengthOfTheList(String campaign, Item item) {
    String id = campaign.substring(campaign.lastIndexOf('/') + 1);
    List<String> done =
        loop.dispatch(TEAM)
            .get("/api/v1/order-items?status=WRITTEN_OFF&campaignId=" + id)
            .jsonPath()
            .getList("items.id");
    assertEquals(List.of(item.id()), done);
    assertTrue(
        journey.read(TEAM, item, "/history").getList("items.action").contains("JOIN_CAMPAIGN"));
  }
}
