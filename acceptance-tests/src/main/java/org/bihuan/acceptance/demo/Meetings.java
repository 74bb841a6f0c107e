package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;

/** Meetings about complex items, and the others of sixteen weeks. */
final class Meetings {

  private static final String MEETINGS = "/api/v1/meetings";
  private static final List<String> KINDS =
      List.of("LINE_WEEKLY", "THEMATIC", "ONSITE", "ROUNDTABLE", "STANDING_COMMITTEE");
  private static final List<String> LINES =
      List.of("CITY_APPEARANCE", "STREET_ORDER", "MARKETS", "TRAFFIC", "HEALTH", "SCHOOLS");

  private final Acts acts;
  private final ItemLife life;
  private final Vocabulary vocabulary;
  private final Instant now;
  private final LocalDate today;

  Meetings(Acts acts, ItemLife life, Vocabulary vocabulary, Instant now, LocalDate today) {
    this.acts = acts;
    this.life = life;
    this.vocabulary = vocabulary;
    this.now = now;
    this.today = today;
  }

  /** Coordinates complex items of today; a unit whose item gets a date files its plan. */
  void coordinate(List<HeldItem> items) {
    Set<String> units = new LinkedHashSet<>();
    for (HeldItem item : items) {
      units.add(item.leadUnit());
      units.addAll(item.jointUnits());
    }
    Map<String, Object> body = body("COORDINATION", Instant.now().minusSeconds(60), 0, units);
    body.put("agenda", items.stream().map(item -> Map.of("orderItemId", item.id())).toList());
    String path = planned(People.TEAM, body, "COORDINATION");
    hold(People.TEAM, path, units.size());
    for (HeldItem item : items) {
      decide(path, item);
    }
    record(People.TEAM, path);
  }

  private void decide(String path, HeldItem item) {
    switch (item.fate()) {
      case PLANNED -> {
        decision(
            People.TEAM,
            path,
            Map.of(
                "orderItemId", item.id(),
                "kind", "PLAN_DATE",
                "text", vocabulary.word("planDate"),
                "dueOn", today.plusDays(1 + item.number() % 45).toString()));
        filePlan(item);
        if (item.number() % 3 == 0) {
          life.finish(item);
        }
      }
      case LEADING_GROUP ->
          decision(
              People.TEAM,
              path,
              Map.of(
                  "orderItemId", item.id(),
                  "kind", "SUBMIT_TO_LEADING_GROUP",
                  "text", vocabulary.word("submission")));
      default ->
          decision(
              People.TEAM,
              path,
              Map.of(
                  "orderItemId", item.id(),
                  "kind", "TASK",
                  "text", vocabulary.word("task"),
                  "responsibleUnitCode", item.leadUnit(),
                  "dueOn", today.plusDays(item.number() % 7).toString()));
    }
  }

  private void filePlan(HeldItem item) {
    int days = 1 + item.number() % 45;
    List<String> texts = item.plan().kind().steps();
    List<Map<String, Object>> steps = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      steps.add(
          Map.of(
              "text", texts.get(i),
              "from", today.toString(),
              "to", today.plusDays((long) days * (i + 1) / texts.size()).toString(),
              "responsiblePerson", item.plan().person(),
              "state", i == 0 ? "UNDER_WAY" : "TO_DO"));
    }
    acts.put(
        People.handler(item.leadUnit()),
        ServiceName.DISPATCH,
        "/api/v1/order-items/" + item.id() + "/plan",
        Map.of(
            "situation",
            vocabulary.word("complexity"),
            "steps",
            steps,
            "responsiblePerson",
            item.plan().person(),
            "plannedDays",
            days,
            "costEstimate",
            UnitWork.money(item.number() * 100),
            "fundSource",
            "示例资金来源"));
  }

  /** One of the other meetings: most took place already, some are to come, one was called off. */
  void convene(int number) {
    String kind = KINDS.get(number % KINDS.size());
    boolean weekly = kind.equals("LINE_WEEKLY");
    String line = LINES.get(number / KINDS.size() % LINES.size());
    Identity convener = weekly ? People.lineLeader(line) : People.TEAM;
    boolean ahead = number % 6 == 5;
    Instant at = ahead ? now.plus(Duration.ofDays(1 + number % 10)) : now.minus(age(number));
    Map<String, Object> body =
        body(kind, at, number, List.of("URBAN_MANAGEMENT_BUREAU", unit(number)));
    if (weekly) {
      body.put("lineCode", line);
    }
    String path = planned(convener, body, kind);
    if (number == 5) {
      acts.post(
          convener, ServiceName.DISPATCH, path + "/cancellation", Map.of("reason", "与其他会议冲突，改期"));
    } else if (!ahead) {
      hold(convener, path, 2);
      settle(convener, path, number);
    }
  }

  private void settle(Identity convener, String path, int number) {
    if (number % 2 == 0) {
      decision(convener, path, Map.of("kind", "OTHER", "text", vocabulary.word("decision")));
    } else {
      decision(
          convener,
          path,
          Map.of(
              "kind", "TASK",
              "text", vocabulary.word("task"),
              "responsibleUnitCode", unit(number),
              "dueOn", today.plusDays(number % 9).toString()));
      if (number % 3 == 0) {
        acts.post(
            convener,
            ServiceName.DISPATCH,
            path + "/decisions/1/completion",
            Map.of("note", vocabulary.word("taskResult")));
      }
    }
    record(convener, path);
  }

  private static Duration age(int number) {
    return Duration.ofDays(1 + number * 4L % 110);
  }

  private static String unit(int number) {
    return List.of("LAW_ENFORCEMENT_BUREAU", "HOUSING_BUREAU", "TRAFFIC_POLICE", "HEALTH_BUREAU")
        .get(number % 4);
  }

  private Map<String, Object> body(String kind, Instant at, int number, Collection<String> units) {
    List<Map<String, Object>> attendees = new ArrayList<>();
    units.forEach(unit -> attendees.add(Map.of("unitCode", unit, "name", "测试代表")));
    attendees.add(Map.of("leaderCode", Organisation.leader(number % 20 + 1)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("scheduledAt", at.toString());
    body.put("place", vocabulary.word("meetingPlaces", number));
    body.put("chair", "测试主持人");
    body.put("attendees", attendees);
    return body;
  }

  private String planned(Identity convener, Map<String, Object> body, String kind) {
    JsonNode meeting = acts.post(convener, ServiceName.DISPATCH, MEETINGS, body, kind);
    return MEETINGS + "/" + meeting.path("id").asText();
  }

  /** All units came; the leader did as well. */
  private void hold(Identity convener, String path, int units) {
    acts.post(
        convener,
        ServiceName.DISPATCH,
        path + "/holding",
        Map.of("attended", IntStream.rangeClosed(1, units + 1).boxed().toList()));
  }

  private void decision(Identity convener, String path, Map<String, Object> decision) {
    String kind = (String) decision.get("kind");
    acts.post(convener, ServiceName.DISPATCH, path + "/decisions", decision, kind);
  }

  private void record(Identity convener, String path) {
    acts.post(
        convener,
        ServiceName.DISPATCH,
        path + "/minutes",
        Map.of("text", vocabulary.word("minutes")));
  }
}
