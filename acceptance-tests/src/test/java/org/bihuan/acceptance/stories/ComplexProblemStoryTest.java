package org.bihuan.acceptance.stories;

import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.bihuan.acceptance.stories.Journey.dueOn;
import static org.bihuan.acceptance.stories.Journey.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * Story 7, 复杂问题: the unit says that it cannot settle it alone. The limit runs on until a
 * coordination meeting sets a date, and what the meeting cannot settle goes to both heads of the
 * leading group.
 */
class ComplexProblemStoryTest {

  private static final String LEADING_GROUP = "/api/v1/leading-group";
  private static final List<String> UNITS = List.of("行政执法局", "市北交警");

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void the_first_limit_runs_until_a_meeting_sets_a_date() {
    String problem = loop.problemOf(loop.complainOf("STREET_OCCUPATION", "占道经营涉及多家单位"));
    Item item = complex(problem);
    assertEquals(Duration.ofHours(48), Journey.limit(item));
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    String meeting = journey.called("COORDINATION", tomorrow, UNITS, item);
    JsonPath waiting = journey.read(item.handler(), item, "");
    assertEquals(item.text("dueAt"), waiting.getString("dueAt"), "a meeting moves nothing");
    assertEquals("GENERAL", waiting.getString("deadlineClass"));
    assertEquals("D1_TEAM_COORDINATION", waiting.getString("difficulty.level"));
    assertEquals(List.of(meeting), waiting.getList("difficulty.meetings.id"));
    assertEquals("PLANNED", waiting.getString("difficulty.meetings[0].status"));

    String held = journey.held("COORDINATION", UNITS, item);
    LocalDate date = today().plusDays(20);
    journey.decided(held, item, "PLAN_DATE", "分三段整治", dueOn(date));
    JsonPath decided = journey.read(item.handler(), item, "");
    assertEquals("PLANNED", decided.getString("deadlineClass"));
    assertEquals(date, Journey.day(decided.getString("dueAt")));
    assertEquals(item.text("dueAt"), decided.getString("difficulty.originalDueAt"));
    JsonPath clock = journey.read(TEAM, item, "/clock");
    assertEquals(List.of("ISSUE", "SET_PLAN_DATE"), clock.getList("segments.cause"));
    assertEquals(List.of(false, true), clock.getList("segments.counted"));
    journey.awaitOnLedger(problem, "dueAt", decided.getString("dueAt"));
    journey.planned(item, date);
    journey.writtenOff(item, problem);
  }

  @Test
  void what_a_meeting_cannot_settle_goes_to_both_heads() {
    List<String> heads = bothHeads();
    String problem = loop.problemOf(loop.complainOf("STREET_OCCUPATION", "占道经营久拖不决"));
    Item item = complex(problem);
    String meeting = journey.held("COORDINATION", UNITS, item);
    assertNull(journey.read(TEAM, item, "").getString("difficulty.originalDueAt"));
    JsonPath read = journey.decided(meeting, item, "SUBMIT_TO_LEADING_GROUP", "协调未果, 提请领导小组", "");
    assertEquals(heads, read.getList("decisions[0].heads.code"));
    JsonPath submitted = journey.read(item.handler(), item, "");
    assertEquals("D2_LEADING_GROUP", submitted.getString("difficulty.level"));
    assertEquals(heads, submitted.getList("difficulty.heads.code"));
    assertEquals(item.text("dueAt"), submitted.getString("dueAt"), "the limit runs on");
    assertFalse(submitted.getBoolean("overdue"));
    loop.dispatch(Role.TOP_LEADER)
        .get("/api/v1/order-items?difficulty=D2_LEADING_GROUP&problemId=" + problem)
        .then()
        .body("items.id", hasItem(item.id()));
  }

  /** An item that its unit has taken on and then declared complex. */
  private Item complex(String problem) {
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);
    journey
        .ask(item.handler(), item, "/complexity", "{\"reason\": \"涉及摊位安置和交通组织\"}")
        .then()
        .statusCode(200)
        .body("dueAt", equalTo(item.text("dueAt")))
        .body("difficulty.level", equalTo("D1_TEAM_COORDINATION"));
    return item;
  }

  /** Both heads of the leading group, seated where nobody was. */
  private List<String> bothHeads() {
    for (int seat = heads().size() + 1; seat <= 2; seat++) {
      administered(
          "/api/v1/leaders",
          """
          {"code": "STORY_HEAD_%d", "name": "领导", "post": "组长", "bodyCode": "区委", "validFrom": "2026-01-01"}
          """
              .formatted(seat));
      administered(
          "/api/v1/duties",
          "{\"kind\": \"CO_HEAD\", \"leaderCode\": \"STORY_HEAD_%d\", \"validFrom\": \"2026-01-01\"}"
              .formatted(seat));
    }
    assertEquals(2, heads().size());
    return heads();
  }

  private List<String> heads() {
    return loop.dispatch(TEAM).get(LEADING_GROUP).jsonPath().getList("coHeads.code");
  }

  private void administered(String path, String json) {
    loop.dispatch(Role.ADMIN).body(json).post(path).then().statusCode(201);
  }
}
