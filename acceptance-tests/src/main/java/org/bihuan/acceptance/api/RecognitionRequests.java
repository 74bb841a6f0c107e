package org.bihuan.acceptance.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How suggestions and models are asked for. */
final class RecognitionRequests {

  /** Enough to be taken, learned from quickly. */
  private static final int OF_EACH = 60;

  private static final String CATEGORIES = "/api/v1/categories/";

  /** Of a kind that files nothing by itself. */
  private static final String TERMS =
      """
      {"parentCode": "STREET_ORDER", "name": "共享单车", "englishName": "Shared bicycles", "deadlineClass": "GENERAL",
       "automaticFiling": false, "filingThreshold": 1, "keywords": [], "active": true}
      """;

  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  RecognitionRequests(District district) {
    byName.put("listCategoryTree", () -> ValidRequest.read(Map.of()));
    byName.put("getCategory", () -> ValidRequest.read(Map.of("code", "SANITATION")));
    byName.put("addCategory", () -> ValidRequest.act(Map.of("code", nextCategory()), TERMS, 201));
    byName.put("replaceCategory", () -> replacement(district));
    byName.put(
        "suggestForComplaint",
        () -> ValidRequest.read(Map.of("id", district.complaint("OTHER").path("id").asText())));
    byName.put("suggestForText", () -> ValidRequest.act(Map.of(), "{\"text\": \"楼道堆放杂物\"}", 200));
    byName.put("listRecognitionModels", () -> ValidRequest.read(Map.of()));
    byName.put("trainRecognitionModel", () -> ValidRequest.act(Map.of(), lessons(), 201));
    byName.put(
        "activateRecognitionModel",
        () -> ValidRequest.act(Map.of("version", district.recognitionModel()), null, 200));
    byName.put(
        "downloadRecognitionModel",
        () -> ValidRequest.read(Map.of("version", district.recognitionModel())));
  }

  /** A category that nothing is filed under, and its present version. */
  private static ValidRequest replacement(District district) {
    String code = nextCategory();
    district.act(Role.ADMIN, ServiceName.INTAKE, CATEGORIES + code, TERMS);
    return ValidRequest.act(Map.of("code", code), TERMS, 200)
        .with("If-Match", district.version(ServiceName.INTAKE, CATEGORIES + code));
  }

  private static String nextCategory() {
    return "KIND_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  Map<String, Supplier<ValidRequest>> all() {
    return Map.copyOf(byName);
  }

  /** What is learned is the opposite of what is measured, so that no such model comes in force. */
  private static String lessons() {
    StringBuilder messages = new StringBuilder();
    for (int i = 0; i < OF_EACH; i++) {
      messages.append(i == 0 ? "" : ",");
      messages.append(lesson("2019-01-01", "巴扎黑巴扎黑呜啦啦", "呱唧呱唧噗噜噜"));
      messages.append(',').append(lesson("2020-01-01", "呱唧呱唧噗噜噜", "巴扎黑巴扎黑呜啦啦"));
    }
    return "{\"heldOutFrom\": \"2019-09-01\", \"messages\": [" + messages + "]}";
  }

  private static String lesson(String day, String ours, String others) {
    return """
    {"text": "%2$s", "receivedOn": "%1$s", "scope": "OURS", "categoryCode": "STREET_LAMP", "intent": "COMPLAINT"},
    {"text": "%3$s", "receivedOn": "%1$s", "scope": "OTHER_BODY", "bodyCode": "TAX", "intent": "QUESTION"}\
    """
        .formatted(day, ours, others);
  }
}
