package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.localstack.layout.ServiceName;

/** How the operations on campaigns and their points are asked so that they do their work. */
final class CampaignRequests {

  private static final String CAMPAIGNS = "/api/v1/campaigns";
  private static final String PLAN =
      """
      {"measures": "拆除废弃线缆", "responsiblePerson": "市容科", "dueOn": "2099-12-20",
       "costEstimate": {"amount": "0.00", "currency": "CNY"}}
      """;
  private static final String SURVEY = "{\"result\": \"NEEDS_WORK\", \"finding\": \"线缆垂落\"}";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  CampaignRequests(District district) {
    this.district = district;
    byName.put("listMechanisms", () -> ValidRequest.read(Map.of()));
    byName.put("getTargetListTemplate", () -> ValidRequest.read(Map.of()));
    campaigns();
    items();
    points();
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void campaigns() {
    byName.put("listCampaigns", () -> ValidRequest.list("?limit=200", campaign()));
    byName.put("getCampaign", () -> ValidRequest.read(Map.of("id", campaign())));
    byName.put("getCampaignProgress", () -> ValidRequest.read(Map.of("id", campaign())));
    byName.put("createCampaign", () -> ValidRequest.act(Map.of(), newCampaign(), 201));
    byName.put(
        "replaceCampaign",
        () -> {
          String campaign = campaign();
          return ValidRequest.act(Map.of("id", campaign), change(code()), 200)
              .with("If-Match", district.version(ServiceName.DISPATCH, CAMPAIGNS + "/" + campaign));
        });
    byName.put(
        "closeCampaign",
        () -> ValidRequest.act(Map.of("id", campaign()), "{\"conclusion\": \"基本完成\"}", 200));
    byName.put(
        "importTargetList",
        () ->
            ValidRequest.act(
                    Map.of("id", campaign()),
                    "编号,地址,街道,问题类别\n1,示例路 1 号,%s,OTHER\n".formatted(District.SUBDISTRICT),
                    200)
                .with("Content-Type", "text/csv"));
  }

  private void items() {
    byName.put(
        "addCampaignItems",
        () -> ValidRequest.act(Map.of("id", campaign()), itemsOf(district.unassigned().id()), 200));
    byName.put(
        "removeCampaignItem",
        () -> {
          String campaign = campaign();
          String item = district.unassigned().id();
          made(CAMPAIGNS + "/" + campaign + "/items", itemsOf(item));
          return ValidRequest.act(
              Map.of("id", campaign, "itemId", item), "{\"reason\": \"不属于本次攻坚\"}", 200);
        });
  }

  private void points() {
    byName.put(
        "listCampaignPoints",
        () -> {
          Point point = point();
          return ValidRequest.list(Map.of("id", point.campaign()), point.id());
        });
    byName.put("getCampaignPoint", () -> ValidRequest.read(point().path()));
    byName.put("listPointSurveys", () -> ValidRequest.read(point().path()));
    byName.put(
        "createCampaignPoint", () -> ValidRequest.act(Map.of("id", campaign()), newPoint(), 201));
    byName.put("planCampaignPoint", () -> ValidRequest.act(point().path(), PLAN, 200));
    byName.put("surveyCampaignPoint", () -> ValidRequest.act(point().path(), SURVEY, 200));
    byName.put(
        "startCampaignPoint",
        () -> {
          Point point = point();
          made(point.address() + "/surveys", SURVEY);
          made(point.address() + "/plan", PLAN);
          return ValidRequest.act(
              point.path(), "{\"orderItemId\": \"%s\"}".formatted(district.unassigned().id()), 200);
        });
  }

  /** A point of a campaign of its own. */
  private record Point(String campaign, String id) {

    Map<String, String> path() {
      return Map.of("id", campaign, "pointId", id);
    }

    String address() {
      return CAMPAIGNS + "/" + campaign + "/points/" + id;
    }
  }

  /** A code that nobody has had. */
  private static String code() {
    return "C" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static String newCampaign() {
    String code = code();
    return change(code).replaceFirst("\\{", "{\"code\": \"" + code + "\", ");
  }

  private static String change(String name) {
    return """
        {"name": "%s", "categories": ["OTHER"], "from": "2026-08-01", "to": "2099-12-31", "target": 187}
        """
        .formatted(name);
  }

  private static String newPoint() {
    return """
        {"number": "1", "address": "示例路 1 号", "subdistrictCode": "%s", "categoryCode": "OTHER", "unitCode": "%s"}
        """
        .formatted(District.SUBDISTRICT, District.UNIT);
  }

  private static String itemsOf(String id) {
    return "{\"orderItemIds\": [\"%s\"]}".formatted(id);
  }

  private String campaign() {
    return made(CAMPAIGNS, newCampaign()).path("id").asText();
  }

  private Point point() {
    String campaign = campaign();
    return new Point(
        campaign, made(CAMPAIGNS + "/" + campaign + "/points", newPoint()).path("id").asText());
  }

  private JsonNode made(String path, String json) {
    return district.convene(path, json);
  }
}
