package org.bihuan.acceptance.stories;

import static org.bihuan.acceptance.stories.Journey.MEETINGS;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.bihuan.acceptance.stories.Journey.dueOn;
import static org.bihuan.acceptance.stories.Journey.line;
import static org.bihuan.acceptance.stories.Journey.today;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;

/**
 * Story 4, 浮山后一小区、四小区“大物管”: a meeting makes it a long task with two pilots, each with a date of its
 * own in place of 48 or 72 hours, and a word about it every week.
 */
class PropertyPilotStoryTest {

  private static final String BUREAU = "城管局";
  private static final LocalDate DATE = today().plusDays(60);

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void a_pilot_turns_red_by_its_own_date_and_never_by_the_hours() throws SQLException {
    String first = journey.entered("CITY_MEETING", "OTHER", "浮山后一小区试行大物管");
    String fourth = journey.entered("CITY_MEETING", "OTHER", "浮山后四小区试行大物管");
    loop.awaitItem(first, "UNASSIGNED");
    loop.awaitItem(fourth, "UNASSIGNED");
    journey.ordered(
        BUREAU, "8月7日调度会", line(first, "GENERAL", "试点先行"), line(fourth, "GENERAL", "试点先行"));
    List<Item> pilots = List.of(loop.awaitItem(first, "ISSUED"), loop.awaitItem(fourth, "ISSUED"));
    for (Item pilot : pilots) {
      assertEquals("URBAN_MANAGEMENT_BUREAU", pilot.leadUnit());
      loop.acknowledge(pilot).then().statusCode(200);
      journey
          .ask(pilot.handler(), pilot, "/complexity", "{\"reason\": \"需整合多家物业\"}")
          .then()
          .statusCode(200);
    }
    String meeting =
        journey.held(
            "COORDINATION", List.of(BUREAU, "区住建局", "浮山新区街道"), pilots.toArray(Item[]::new));
    assertTaskIsOfTheLeadUnit(meeting);
    for (Item pilot : pilots) {
      journey.decided(meeting, pilot, "PLAN_DATE", "两个小区先行试点", dueOn(DATE));
      assertOnlyThePlanCounts(pilot);
    }
    assertLedgerFollows(first, pilots.get(0));
    assertLedgerFollows(fourth, pilots.get(1));
    assertProgressWeekByWeek(pilots.get(0));
    assertPlanComesBeforeTheEnd(first, pilots.get(0));
    assertTaskIsDone(meeting);
  }

  private void assertTaskIsOfTheLeadUnit(String meeting) {
    String lead = ", \"responsibleUnitCode\": \"" + BUREAU + "\"" + dueOn(DATE);
    JsonPath read = journey.decided(meeting, null, "TASK", "牵头制定“大物管”改革方案", lead);
    assertEquals("URBAN_MANAGEMENT_BUREAU", read.getString("decisions[0].responsibleUnit.code"));
    assertEquals("OPEN", read.getString("decisions[0].taskStatus"));
    assertFalse(read.getBoolean("decisions[0].overdue"));
  }

  /** Yellow and red are where the watch will look for them, and the hours count no longer. */
  private void assertOnlyThePlanCounts(Item pilot) throws SQLException {
    JsonPath item = journey.read(TEAM, pilot, "");
    Instant dueAt = Instant.parse(item.getString("dueAt"));
    assertEquals("PLANNED", item.getString("deadlineClass"));
    assertEquals(DATE, Journey.day(item.getString("dueAt")));
    assertEquals("GREEN", item.getString("light"));
    assertFalse(item.getBoolean("overdue"));
    assertEquals(pilot.text("dueAt"), item.getString("difficulty.originalDueAt"));

    JsonPath clock = journey.read(TEAM, pilot, "/clock");
    assertEquals(List.of("SET_PLAN_DATE"), clock.getList("segments.findAll { it.counted }.cause"));
    Instant decidedAt = Instant.parse(clock.getString("segments[-1].from"));
    assertEquals(Duration.between(decidedAt, dueAt), Duration.parse(clock.getString("limit")));
    Instant warnAt = warnAt(pilot);
    assertTrue(warnAt.isAfter(decidedAt.plus(Duration.ofDays(44))), warnAt::toString);
    assertTrue(warnAt.isBefore(dueAt.minus(Duration.ofDays(14))), warnAt::toString);

    Instant afterTheHours = Instant.now().plus(Duration.ofHours(73));
    assertEquals(0, listed(pilot, afterTheHours));
    assertEquals(1, listed(pilot, dueAt.plusSeconds(1)));
  }

  private static Instant warnAt(Item item) throws SQLException {
    return new Databases(RunningStack.get().postgres())
        .read(
            ServiceName.DISPATCH,
            "select warn_at from order_item where id = ?",
            row -> row.getTimestamp(1).toInstant(),
            UUID.fromString(item.id()))
        .get(0);
  }

  private int listed(Item item, Instant dueBefore) {
    return loop.dispatch(TEAM)
        .get("/api/v1/order-items?problemId=" + item.text("problemId") + "&dueBefore=" + dueBefore)
        .jsonPath()
        .getList("items")
        .size();
  }

  private void assertLedgerFollows(String problem, Item pilot) {
    String dueAt = journey.read(TEAM, pilot, "").getString("dueAt");
    JsonPath read = journey.awaitOnLedger(problem, "dueAt", dueAt);
    assertFalse(read.getBoolean("overdue"));
  }

  private void assertProgressWeekByWeek(Item pilot) {
    String dueAt = journey.read(TEAM, pilot, "").getString("dueAt");
    for (String week : List.of("第一周: 完成入户调查", "第二周: 签订共管协议")) {
      journey
          .ask(
              pilot.handler(),
              pilot,
              "/replies",
              "{\"kind\": \"INTERIM\", \"resultSummary\": \"" + week + "\"}")
          .then()
          .statusCode(201);
    }
    JsonPath replies = journey.read(TEAM, pilot, "/replies");
    assertEquals(List.of("INTERIM", "INTERIM"), replies.getList("items.kind"));
    assertEquals("第二周: 签订共管协议", replies.getString("items[1].resultSummary"));
    JsonPath item = journey.read(TEAM, pilot, "");
    assertEquals("ACKNOWLEDGED", item.getString("status"));
    assertEquals(dueAt, item.getString("dueAt"));
  }

  private void assertPlanComesBeforeTheEnd(String problem, Item pilot) {
    loop.reply(pilot).then().statusCode(409).body("code", equalTo("plan-missing"));
    journey.planned(pilot, DATE);
    journey.writtenOff(pilot, problem);
    loop.certificate(problem).then().body("complete", equalTo(true));
  }

  private void assertTaskIsDone(String meeting) {
    loop.dispatch(Journey.handlerOf("URBAN_MANAGEMENT_BUREAU"))
        .body("{\"note\": \"方案已印发\"}")
        .post(MEETINGS + "/" + meeting + "/decisions/1/completion")
        .then()
        .statusCode(200)
        .body("decisions[0].taskStatus", equalTo("DONE"));
  }
}
