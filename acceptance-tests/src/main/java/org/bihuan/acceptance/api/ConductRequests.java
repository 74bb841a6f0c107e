package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.acceptance.api.District.Item;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How cards are read and matters of conduct proposed, decided and served. */
final class ConductRequests {

  private static final String CASES = "/api/v1/accountability-cases";
  private static final String DECISION = "{\"decision\": \"ACCEPTED\", \"reason\": \"事实清楚\"}";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  ConductRequests(District district) {
    this.district = district;
    byName.put("listWarningCards", this::cards);
    byName.put("listAccountabilityCases/PROPOSED", () -> list(proposed("C2")));
    byName.put("getAccountabilityCase/PROPOSED", () -> ValidRequest.read(id(proposed("C2"))));
    byName.put("listAccountabilityCases/SERVED", () -> list(served()));
    byName.put("getAccountabilityCase/SERVED", () -> ValidRequest.read(id(served())));
    byName.put("proposeAccountabilityCase", () -> ValidRequest.act(Map.of(), proposal("C2"), 201));
    for (String level : List.of("C2", "C3")) {
      byName.put(
          "decideAccountabilityCase/" + level,
          () -> ValidRequest.act(id(proposed(level)), DECISION, 200));
      byName.put(
          "serveAccountabilityCase/" + level,
          () -> ValidRequest.act(id(confirmed(level)), null, 200));
    }
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private static Map<String, String> id(JsonNode resource) {
    return Map.of("id", resource.path("id").asText());
  }

  private static ValidRequest list(JsonNode resource) {
    return ValidRequest.list(
        "?problemId=" + resource.path("problemId").asText(), resource.path("id").asText());
  }

  /** The card for an item that was not put right twice. */
  private ValidRequest cards() {
    Item item = district.accepted();
    fail(item);
    district.replyToTask(item);
    JsonNode reply = district.act(District.HANDLER, item, "/replies", District.finalReply());
    district.act(
        Identity.of(Role.SPECIAL_TEAM),
        item,
        "/replies/" + reply.path("id").asText() + "/review",
        "{\"decision\": \"ACCEPTED\"}");
    fail(item);
    return ValidRequest.list("?itemId=" + item.id(), item.id());
  }

  /** The item is not put right; the id of the re-check that saw it. */
  private String fail(Item item) {
    String recheck = district.recheckOf(item).path("id").asText();
    district.act(
        Role.INSPECTOR,
        ServiceName.INSPECTION,
        "/api/v1/rechecks/" + recheck + "/outcome",
        "{\"outcome\": \"NOT_RECTIFIED\", \"note\": \"现场未整改\"}");
    District.await(
        "rework",
        () ->
            district.first(
                Role.SPECIAL_TEAM,
                ServiceName.DISPATCH,
                "/api/v1/order-items?status=REWORK&problemId=" + item.problemId()));
    return recheck;
  }

  /** A case about the lead unit that the special team proposes. */
  private String proposal(String level) {
    return """
        {"level": "%s", "subjectUnitCode": "%s", "basis": [{"kind": "RECHECK", "id": "%s"}]}
        """
        .formatted(level, District.UNIT, fail(district.accepted()));
  }

  private JsonNode proposed(String level) {
    return district.act(Role.SPECIAL_TEAM, ServiceName.INSPECTION, CASES, proposal(level));
  }

  private JsonNode confirmed(String level) {
    return district.act(
        decider(level),
        ServiceName.INSPECTION,
        CASES + "/" + proposed(level).path("id").asText() + "/decision",
        DECISION);
  }

  private JsonNode served() {
    return district.act(
        decider("C2"),
        ServiceName.INSPECTION,
        CASES + "/" + confirmed("C2").path("id").asText() + "/service",
        null);
  }

  private static Role decider(String level) {
    return level.equals("C3") ? Role.DISCIPLINE : Role.COMMITTEE_INSPECTOR;
  }
}
