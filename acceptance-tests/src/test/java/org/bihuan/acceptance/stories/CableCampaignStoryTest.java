package org.bihuan.acceptance.stories;

import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.bihuan.acceptance.stories.Journey.handlerOf;
import static org.bihuan.acceptance.stories.Journey.line;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.Test;

/**
 * Story 3, 线缆“蜘蛛网”: twelve key areas, a lead unit, four that help and six operators. A cable of
 * which nobody is the owner is the fallback unit's, and what was removed and laid is summed up.
 */
class CableCampaignStoryTest {

  private static final String LEAD = "URBAN_MANAGEMENT_BUREAU";
  private static final List<String> HELP =
      List.of(
          "POLITICAL_LEGAL_COMMITTEE",
          "TRAFFIC_POLICE",
          "BIG_DATA_BUREAU",
          "SUBDISTRICT_370203021");
  private static final List<String> OPERATORS =
      IntStream.rangeClosed(1, 6).mapToObj(number -> "CABLE_OPERATOR_" + number).toList();
  private static final List<String> AREAS =
      IntStream.rangeClosed(1, 12).mapToObj(number -> "重点区域" + number).toList();

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void what_was_removed_and_laid_is_summed_and_nobodys_cable_is_the_fallback_units() {
    String campaign = journey.campaign("STORY_CABLES", "线缆整治攻坚", "\"CABLE_TANGLE\"", 12);
    journey.listed(campaign, AREAS.size(), list("城管局"));
    String first = journey.entered("LEADER_ON_SITE", "CABLE_TANGLE", "线缆如蜘蛛网, 低垂路面");
    String second = journey.entered("LEADER_ON_SITE", "CABLE_TANGLE", "杆上废弃线缆缠绕");
    Item one = inWork(campaign, "1", first);
    Item two = inWork(campaign, "2", second);
    assertFallbackIsRecorded(campaign);

    assertEveryoneAnswers(one);
    assertEveryoneAnswers(two);
    String removed = removed(3000);
    String laid =
        "{\"measure\": \"新敷设线缆\", \"quantity\": 4000, \"unit\": \"METRE\", \"qualifier\": \"AT_LEAST\"}";
    journey.confirmed(one, first, replied(one, removed + ", " + laid));
    assertEquals(List.of("3000 EXACT", "4000 AT_LEAST"), sums(campaign, ""));
    journey.confirmed(two, second, replied(two, removed(1810)));

    assertEquals(List.of("4810 EXACT", "4000 AT_LEAST"), sums(campaign, ""));
    assertEquals(List.of("3000 EXACT", "4000 AT_LEAST"), sums(campaign, "?keyArea=重点区域1"));
    assertEquals(List.of("1810 EXACT"), sums(campaign, "?keyArea=重点区域2"));
    assertEquals(List.of(), sums(campaign, "?keyArea=重点区域3"));
    JsonPath progress = journey.progress(campaign, "");
    assertEquals(2, progress.getInt("done"));
    assertEquals(AREAS.size(), progress.getList("byKeyArea").size());
    assertEquals(1, progress.getInt("byKeyArea.find { it.code == '重点区域2' }.done"));
    assertFallbackIsRecorded(campaign);
  }

  /** A point in each key area; the odd ones are nobody's. */
  private static String list(String owner) {
    return "编号,地址,街道,问题类别,重点区域,责任单位,整改措施,责任人,完成时限,资金估算\n"
        + IntStream.rangeClosed(1, AREAS.size())
            .mapToObj(
                number ->
                    "%d,示例路 %d 号,台东街道,CABLE_TANGLE,%s,%s,清理入地,市容科,2099-12-20,12000"
                        .formatted(
                            number, number, AREAS.get(number - 1), number % 2 == 0 ? owner : ""))
            .collect(Collectors.joining("\n"));
  }

  private Item inWork(String campaign, String number, String problem) {
    loop.awaitItem(problem, "ISSUED");
    List<String> joint = Stream.concat(HELP.stream(), OPERATORS.stream()).toList();
    journey.ordered("区城管局", joint, "一线督查", line(problem, "GENERAL", "清理飞线"));
    Item item = loop.awaitItem(problem, "ISSUED");
    assertEquals(LEAD, item.leadUnit());
    journey.surveyed(handlerOf(LEAD), campaign, number);
    journey.started(campaign, number, item).then().statusCode(200);
    loop.acknowledge(item).then().statusCode(200);
    return item;
  }

  /** Who answers for a point without an owner, and that the list named nobody. */
  private void assertFallbackIsRecorded(String campaign) {
    JsonPath nobodys = journey.point(campaign, "1");
    assertEquals(LEAD, nobodys.getString("unit.code"));
    assertTrue(nobodys.getBoolean("unitByFallback"));
    assertEquals(false, journey.point(campaign, "2").getBoolean("unitByFallback"));
    String named = list("城管局").replace("重点区域1,,", "重点区域1,城管局,");
    journey
        .imported(campaign, named, false)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("point-surveyed")));
    assertTrue(journey.point(campaign, "1").getBoolean("unitByFallback"));
  }

  /** Operators have no login: the lead unit says what they did. */
  private void assertEveryoneAnswers(Item item) {
    loop.reply(item).then().statusCode(409).body("code", equalTo("joint-tasks-open"));
    HELP.forEach(unit -> taskDone(handlerOf(unit), item, unit));
    OPERATORS.forEach(operator -> taskDone(item.handler(), item, operator));
    JsonPath tasks = journey.read(TEAM, item, "/tasks");
    assertEquals(OPERATORS, tasks.getList("items.findAll { it.role == 'EXTERNAL' }.unit.code"));
    loop.dispatch(handlerOf("TRAFFIC_POLICE"))
        .get("/api/v1/order-items?problemId=" + item.text("problemId"))
        .then()
        .body("items.id", hasItem(item.id()));
  }

  private void taskDone(Identity who, Item item, String unit) {
    journey
        .ask(
            who,
            item,
            "/tasks/" + unit + "/reply",
            "{\"measures\": \"配合拆除\", \"resultSummary\": \"已完成\"}")
        .then()
        .statusCode(200);
  }

  private static String removed(int metres) {
    return "{\"measure\": \"拆除旧线缆\", \"quantity\": %d, \"unit\": \"METRE\"}".formatted(metres);
  }

  private String replied(Item item, String outcomes) {
    Response reply =
        journey.ask(
            item.handler(),
            item,
            "/replies",
            """
            {"kind": "FINAL", "cause": "废弃线缆未清", "measures": "拆除入地", "resultSummary": "已清空",
             "outcomes": [%s]}
            """
                .formatted(outcomes));
    reply.then().statusCode(201);
    return reply.path("id");
  }

  /** What was removed, then what was laid, in metres. */
  private List<String> sums(String campaign, String query) {
    List<Map<String, Object>> outcomes = journey.progress(campaign, query).getList("outcomes");
    return List.of("拆除旧线缆", "新敷设线缆").stream()
        .flatMap(measure -> outcomes.stream().filter(sum -> measure.equals(sum.get("measure"))))
        .map(sum -> ((Number) sum.get("quantity")).intValue() + " " + sum.get("qualifier"))
        .toList();
  }
}
