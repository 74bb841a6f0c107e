package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;

/** What units do about an item: receipt, shares of those that help, replies. */
final class UnitWork {

  private static final String ITEMS = "/api/v1/order-items/";

  private final Acts acts;
  private final Vocabulary vocabulary;

  UnitWork(Acts acts, Vocabulary vocabulary) {
    this.acts = acts;
    this.vocabulary = vocabulary;
  }

  JsonNode act(Identity who, HeldItem item, String action, Object body) {
    return acts.post(who, ServiceName.DISPATCH, ITEMS + item.id() + "/" + action, body);
  }

  /** The sentence for {@code what}, as the field {@code name}. */
  JsonNode act(Identity who, HeldItem item, String action, String name, String what) {
    return act(who, item, action, Map.of(name, vocabulary.word(what)));
  }

  JsonNode read(HeldItem item) {
    return acts.get(People.TEAM, ServiceName.DISPATCH, ITEMS + item.id());
  }

  void acknowledge(HeldItem item) {
    act(
        People.handler(item.leadUnit()),
        item,
        "acknowledgement",
        Map.of("responsiblePerson", item.plan().person()));
  }

  void interim(HeldItem item) {
    act(
        People.handler(item.leadUnit()),
        item,
        "replies",
        Map.of("kind", "INTERIM", "resultSummary", vocabulary.word("interim")));
  }

  /** The units that help report their shares; an external party's is reported by the lead unit. */
  void help(HeldItem item) {
    for (String unit : item.jointUnits()) {
      if (item.fate() == Fate.WRITTEN_OFF && item.number() % 5 == 0) {
        act(People.TEAM, item, "tasks/" + unit + "/waiver", "reason", "waiver");
      } else {
        boolean external = unit.startsWith("CABLE_OPERATOR");
        act(
            People.handler(external ? item.leadUnit() : unit),
            item,
            "tasks/" + unit + "/reply",
            Map.of(
                "measures", vocabulary.word("taskMeasures"),
                "resultSummary", vocabulary.word("taskResult")));
      }
    }
  }

  /**
   * The final reply.
   *
   * @return its id
   */
  String reply(HeldItem item) {
    Kind kind = item.plan().kind();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "FINAL");
    body.put("cause", kind.causes().get(item.number() % kind.causes().size()));
    body.put("steps", steps(item));
    body.put("resultSummary", kind.results().get(item.number() % kind.results().size()));
    body.put("lastingMeasures", kind.lasting());
    body.put("outcomes", List.of(outcome(item)));
    if (item.number() % 3 == 0) {
      body.put("spent", money(item.number() % 40 * 250 + 500));
    }
    return act(People.handler(item.leadUnit()), item, "replies", body).path("id").asText();
  }

  /** The special team's word on a reply. */
  void review(HeldItem item, String reply, Map<String, Object> decision) {
    act(People.TEAM, item, "replies/" + reply + "/review", decision);
  }

  private static Map<String, Object> outcome(HeldItem item) {
    Kind kind = item.plan().kind();
    return Map.of(
        "measure", kind.measure(),
        "quantity", item.plan().quantity(),
        "unit", kind.measureUnit(),
        "qualifier", item.number() % 4 == 0 ? "AT_LEAST" : "EXACT");
  }

  private static List<Map<String, Object>> steps(HeldItem item) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Map<String, Object>> steps = new ArrayList<>();
    for (String text : item.plan().kind().steps()) {
      steps.add(
          Map.of(
              "text", text, "doneBy", "测试班组" + (item.number() % 20 + 1), "doneAt", now.toString()));
    }
    return steps;
  }

  static Map<String, Object> money(int yuan) {
    return Map.of("amount", yuan + ".00", "currency", "CNY");
  }
}
