package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.localstack.layout.ServiceName;

/** Puts filed problems on the orders of the plan, and keeps what became of each. */
final class Ordering {

  private static final String ITEMS = "/api/v1/order-items";

  private final Acts acts;
  private final Intake intake;
  private final LocalDate today;
  private final Map<Integer, String> problems = new ConcurrentHashMap<>();
  private final Map<Integer, HeldItem> held = new ConcurrentHashMap<>();

  Ordering(Acts acts, Intake intake, LocalDate today) {
    this.acts = acts;
    this.intake = intake;
    this.today = today;
  }

  void file(PlannedItem item) {
    problems.put(item.number(), intake.fileForOrder(item));
  }

  void issue(PlannedOrder order) {
    List<PlannedItem> filed =
        order.items().stream().filter(item -> problems.containsKey(item.number())).toList();
    filed.forEach(item -> awaitItem(problems.get(item.number())));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", order.kind());
    body.put("basis", DemoPlan.BASES.get(order.sourceKind()));
    body.put("basisKind", order.sourceKind());
    body.put("basisReference", "示例依据第" + order.number() + "号");
    body.put("basisOn", today.minusDays(order.number() % 7).toString());
    body.put("signer", "测试签发人");
    body.put("leadUnitCode", order.leadUnit());
    body.put("jointUnitCodes", order.jointUnits());
    body.put("urgency", order.number() % 9 == 0 ? "URGENT" : "NORMAL");
    body.put("items", filed.stream().map(this::line).toList());
    JsonNode issued = acts.post(People.TEAM, ServiceName.DISPATCH, "/api/v1/orders", body);
    for (PlannedItem item : filed) {
      String problem = problems.get(item.number());
      for (JsonNode line : issued.path("items")) {
        if (line.path("problemId").asText().equals(problem)) {
          String id = line.path("id").asText();
          HeldItem known = new HeldItem(item, id, problem, order.leadUnit(), order.jointUnits());
          held.put(item.number(), known);
        }
      }
    }
  }

  /** Those that are on an order, in the order of the plan. */
  List<HeldItem> held(DemoPlan plan) {
    return plan.items().stream()
        .map(PlannedItem::number)
        .filter(held::containsKey)
        .map(held::get)
        .toList();
  }

  private void awaitItem(String problem) {
    acts.await(
        People.TEAM,
        ServiceName.DISPATCH,
        ITEMS + "?problemId=" + problem,
        item -> item.path("status").asText().equals("UNASSIGNED"));
  }

  private Map<String, Object> line(PlannedItem item) {
    return Map.of(
        "problemId", problems.get(item.number()),
        "deadlineClass", item.deadlineClass(),
        "demand", item.kind().demand(),
        "responsiblePerson", item.person());
  }
}
