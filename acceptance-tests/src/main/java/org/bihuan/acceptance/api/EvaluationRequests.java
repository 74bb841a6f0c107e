package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How mock evaluations are planned, observed and read. */
final class EvaluationRequests {

  private static final String EVALUATIONS = "/api/v1/mock-evaluations";
  private static final String SUMMARY = "{\"summary\": \"总体良好\"}";
  private static final String FAILED =
      "{\"point\": 1, \"item\": 1, \"outcome\": \"FAILED\", \"note\": \"地面有积水\"}";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  EvaluationRequests(District district) {
    this.district = district;
    reading();
    byName.put("createChecklist", () -> ValidRequest.act(Map.of(), checklist(), 201));
    byName.put("planMockEvaluation", () -> ValidRequest.act(Map.of(), evaluation(), 201));
    byName.put("startMockEvaluation", () -> ValidRequest.act(id(planned()), null, 200));
    byName.put(
        "cancelMockEvaluation", () -> ValidRequest.act(id(planned()), "{\"reason\": \"改期\"}", 200));
    byName.put("concludeMockEvaluation", () -> ValidRequest.act(id(underWay()), SUMMARY, 200));
    byName.put("observePoint", () -> ValidRequest.act(id(underWay()), FAILED, 201));
    byName.put(
        "reportObservedFinding",
        () -> ValidRequest.act(id(failed(underWay())), "{\"title\": \"市场积水\"}", 201));
  }

  private void reading() {
    byName.put("listMockEvaluations", () -> ValidRequest.list("?limit=200", text(planned())));
    byName.put("getMockEvaluation", () -> ValidRequest.read(id(planned())));
    byName.put(
        "listEvaluationPoints",
        () -> {
          String evaluation = text(planned());
          return ValidRequest.list("?evaluationId=" + evaluation, evaluation);
        });
    byName.put(
        "listObservations",
        () -> {
          JsonNode evaluation = underWay();
          return ValidRequest.list("?evaluationId=" + text(evaluation), text(failed(evaluation)));
        });
    byName.put("getObservation", () -> ValidRequest.read(id(failed(underWay()))));
    byName.put(
        "listEvaluationScores",
        () -> ValidRequest.read(Map.of()).asking("?evaluationId=" + text(underWay())));
    byName.put("listChecklists", () -> ValidRequest.read(Map.of()));
    byName.put(
        "getChecklist",
        () ->
            ValidRequest.read(
                id(
                    district.act(
                        Role.SPECIAL_TEAM,
                        ServiceName.INSPECTION,
                        "/api/v1/evaluation-checklists",
                        checklist()))));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private static String text(JsonNode resource) {
    return resource.path("id").asText();
  }

  private static Map<String, String> id(JsonNode resource) {
    return Map.of("id", text(resource));
  }

  private static String checklist() {
    return """
        {"placeTypeCode": "EXAMPLE_PLACE", "placeTypeName": "示例点位", "items": [{"standard": "环境卫生整洁"}]}
        """;
  }

  private static String evaluation() {
    return """
        {"name": "第一次模拟测评", "plannedFor": "%s",
         "points": [{"place": "示例市场", "subdistrictCode": "%s", "placeType": "MARKET"}]}
        """
        .formatted(Instant.now(), District.SUBDISTRICT);
  }

  private JsonNode planned() {
    return district.act(Role.SPECIAL_TEAM, ServiceName.INSPECTION, EVALUATIONS, evaluation());
  }

  private JsonNode underWay() {
    return district.act(
        Role.SPECIAL_TEAM,
        ServiceName.INSPECTION,
        EVALUATIONS + "/" + text(planned()) + "/start",
        null);
  }

  private JsonNode failed(JsonNode evaluation) {
    return district.act(
        Role.INSPECTOR,
        ServiceName.INSPECTION,
        EVALUATIONS + "/" + text(evaluation) + "/observations",
        FAILED);
  }
}
