package org.bihuan.acceptance.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.acceptance.api.District.Item;

/** How the operations on meetings, escalations and plans are asked so that they do their work. */
final class MeetingRequests {

  private static final String MEETINGS = "/api/v1/meetings";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  MeetingRequests(District district) {
    this.district = district;
    meetings();
    decisions();
    escalations();
    plans();
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void meetings() {
    byName.put("listMeetings", () -> ValidRequest.list("?limit=200", held(district.issued())));
    byName.put("getMeeting", () -> ValidRequest.read(Map.of("id", held(district.issued()))));
    byName.put(
        "planMeeting/COORDINATION",
        () -> ValidRequest.act(Map.of(), meeting("COORDINATION", null, district.issued()), 201));
    byName.put(
        "planMeeting/LINE_WEEKLY",
        () ->
            ValidRequest.act(
                Map.of(), meeting("LINE_WEEKLY", District.LINE, district.issued()), 201));
    onMeeting("holdMeeting", false, "{\"attended\": [1, 2]}");
    onMeeting("cancelMeeting", false, "{\"reason\": \"改期\"}");
    onMeeting("recordMinutes", true, "{\"text\": \"议定分期整治\"}");
  }

  private void onMeeting(String name, boolean held, String json) {
    byName.put(
        name,
        () -> {
          Item item = district.issued();
          String id = held ? held(item) : planned(item);
          return ValidRequest.act(Map.of("id", id), json, 200);
        });
  }

  private void decisions() {
    byName.put(
        "decideInMeeting",
        () -> {
          Item item = district.acknowledged();
          return ValidRequest.act(Map.of("id", held(item)), task(item), 201);
        });
    byName.put(
        "completeMeetingTask",
        () -> {
          Item item = district.acknowledged();
          String id = held(item);
          district.convene(MEETINGS + "/" + id + "/decisions", task(item));
          return ValidRequest.act(Map.of("id", id, "n", "1"), "{\"note\": \"已完成\"}", 200);
        });
  }

  private void escalations() {
    byName.put(
        "escalateOrderItem",
        () -> {
          Item item = district.acknowledged();
          district.convene(
              "/api/v1/order-items/" + item.id() + "/complexity", "{\"reason\": \"管线交错\"}");
          return ValidRequest.act(
              Map.of("id", item.id()),
              "{\"axis\": \"DIFFICULTY\", \"level\": \"D2_LEADING_GROUP\", \"reason\": \"协调未果\"}",
              200);
        });
  }

  private void plans() {
    byName.put(
        "filePlan",
        () -> ValidRequest.act(Map.of("id", district.acknowledged().id()), plan(), 200));
    for (String name : List.of("getPlan", "listPlanVersions")) {
      byName.put(
          name,
          () -> {
            Item item = district.acknowledged();
            district.file(item, plan());
            return ValidRequest.read(Map.of("id", item.id()));
          });
    }
  }

  private String planned(Item item) {
    return district.convene(MEETINGS, meeting("COORDINATION", null, item)).path("id").asText();
  }

  private String held(Item item) {
    String id = planned(item);
    district.convene(MEETINGS + "/" + id + "/holding", "{\"attended\": [1, 2]}");
    return id;
  }

  private static String meeting(String kind, String line, Item item) {
    return """
        {"kind": "%s", %s "scheduledAt": "%s", "place": "专班会议室",
         "attendees": [{"unitCode": "%s"}, {"unitCode": "%s"}], "agenda": [{"orderItemId": "%s"}]}
        """
        .formatted(
            kind,
            line == null ? "" : "\"lineCode\": \"" + line + "\",",
            Instant.now().minusSeconds(60),
            District.UNIT,
            District.JOINT_UNIT,
            item.id());
  }

  private static String task(Item item) {
    return """
        {"orderItemId": "%s", "kind": "TASK", "text": "一周内清理", "responsibleUnitCode": "%s", "dueOn": "%s"}
        """
        .formatted(item.id(), District.UNIT, LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7));
  }

  private static String plan() {
    return """
        {"steps": [{"text": "清运", "from": "2026-12-01", "to": "2026-12-05", "responsiblePerson": "王某"}],
         "responsiblePerson": "王某", "plannedDays": 5, "costEstimate": {"amount": "0", "currency": "CNY"}}
        """;
  }
}
