package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.localstack.layout.ServiceName;

/**
 * How the operations on units, leaders, duties and postings are asked so that they do their work.
 */
final class OrganisationRequests {

  private static final String LEADERS = "/api/v1/leaders";
  private static final String DUTIES = "/api/v1/duties";
  private static final String POSTINGS = "/api/v1/postings";
  private static final String ENDING = "{\"on\": \"2026-06-01\", \"reason\": \"工作调整\"}";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  OrganisationRequests(District district) {
    this.district = district;
    for (String name :
        List.of(
            "listLeaders",
            "listDuties",
            "listLeadingBodies",
            "getLeadingGroup",
            "listFrontlineGroups",
            "getUnitTemplate",
            "getLeaderTemplate",
            "getPostingTemplate")) {
      byName.put(name, () -> ValidRequest.read(Map.of()));
    }
    units();
    leaders();
    duties();
    postings();
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void units() {
    byName.put("createUnit", () -> ValidRequest.act(Map.of(), unit(code()), 201));
    byName.put(
        "closeUnit",
        () -> {
          String unit = made("/api/v1/units", unit(code())).path("code").asText();
          return ValidRequest.act(Map.of("code", unit), "{}", 200);
        });
    byName.put(
        "importUnits",
        () -> {
          String code = code();
          return ValidRequest.act(
                  Map.of(), "代码,名称,单位性质\n%s,单位 %s,区直单位\n".formatted(code, code), 200)
              .with("Content-Type", "text/csv");
        });
  }

  private void leaders() {
    byName.put("getLeader", () -> ValidRequest.read(Map.of("code", leader())));
    byName.put("createLeader", () -> ValidRequest.act(Map.of(), leader(code()), 201));
    byName.put(
        "replaceLeader",
        () -> {
          String leader = leader();
          return ValidRequest.act(
                  Map.of("code", leader),
                  "{\"name\": \"领导一\", \"post\": \"副区长\", \"bodyCode\": \"GOVERNMENT\"}",
                  200)
              .with("If-Match", district.version(ServiceName.DISPATCH, LEADERS + "/" + leader));
        });
    byName.put("endLeader", () -> ValidRequest.act(Map.of("code", leader()), ENDING, 200));
    byName.put(
        "importLeaders",
        () ->
            ValidRequest.act(
                    Map.of(),
                    "代码,姓名,职务,领导班子,任职日期\n%s,领导一,副区长,区政府,2026-01-01\n".formatted(code()),
                    200)
                .with("Content-Type", "text/csv"));
  }

  private void duties() {
    byName.put("getDuty", () -> ValidRequest.read(Map.of("id", duty())));
    byName.put("createDuty", () -> ValidRequest.act(Map.of(), duty(leader()), 201));
    byName.put("endDuty", () -> ValidRequest.act(Map.of("id", duty()), ENDING, 200));
  }

  private void postings() {
    byName.put("listPostings", () -> ValidRequest.list("?limit=200", posting()));
    byName.put("getPosting", () -> ValidRequest.read(Map.of("id", posting())));
    byName.put("createPosting", () -> ValidRequest.act(Map.of(), posting(code()), 201));
    byName.put(
        "replacePosting",
        () -> {
          String posting = posting();
          return ValidRequest.act(
                  Map.of("id", posting),
                  "{\"cadreName\": \"干部一\", \"cadreNumber\": \"%s\"}".formatted(number()),
                  200)
              .with("If-Match", district.version(ServiceName.DISPATCH, POSTINGS + "/" + posting));
        });
    byName.put("endPosting", () -> ValidRequest.act(Map.of("id", posting()), ENDING, 200));
    byName.put(
        "importPostings",
        () ->
            ValidRequest.act(
                    Map.of(),
                    "姓名,人员编号,单位,下沉街道,开始日期\n干部一,%s,%s,%s,2026-01-01\n"
                        .formatted(number(), District.UNIT, District.SUBDISTRICT),
                    200)
                .with("Content-Type", "text/csv"));
  }

  /** A code that nobody has had. */
  private static String code() {
    return "C" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static String number() {
    return code().substring(0, 20);
  }

  private static String unit(String code) {
    return "{\"code\": \"%s\", \"name\": \"%s\", \"kind\": \"DISTRICT_UNIT\"}"
        .formatted(code, code);
  }

  private static String leader(String code) {
    return """
        {"code": "%s", "name": "领导一", "post": "副区长", "bodyCode": "GOVERNMENT", "validFrom": "2026-01-01"}
        """
        .formatted(code);
  }

  private static String duty(String leader) {
    return """
        {"kind": "LINE", "leaderCode": "%s", "lineCode": "%s", "validFrom": "2026-01-01"}
        """
        .formatted(leader, District.LINE);
  }

  private static String posting(String code) {
    return """
        {"cadreName": "干部一", "cadreNumber": "%s", "unitCode": "%s", "subdistrictCode": "%s", "validFrom": "2026-01-01"}
        """
        .formatted(code.substring(0, 20), District.UNIT, District.SUBDISTRICT);
  }

  private String leader() {
    return made(LEADERS, leader(code())).path("code").asText();
  }

  private String duty() {
    return made(DUTIES, duty(leader())).path("id").asText();
  }

  private String posting() {
    return made(POSTINGS, posting(code())).path("id").asText();
  }

  private JsonNode made(String path, String json) {
    return district.administer(path, json);
  }
}
