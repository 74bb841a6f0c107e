package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bihuan.acceptance.api.District.Item;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How months are assessed and closed, and entries appealed against, exempted and judged. */
final class AssessmentRequests {

  /** What was issued this month, the latest first. */
  private static final String ISSUED = "?figure=RETURN_RATE&part=DENOMINATOR&limit=200";

  private static final String FORMULA =
      """
      {"fromMonth": "2190-01", "weights": {"onTime": 0.45, "close": 0.2, "firstPass": 0.2, "replyQuality": 0.15},
       "points": {"failedRecheck": 0.2, "repeatedFailure": 0.5, "falseReply": 1, "shirking": 1},
       "multiplier": 2, "fewestDue": 5, "reason": "年度核定"}
      """;

  /** Months long past, of which each is closed once. */
  private static final AtomicInteger CLOSED = new AtomicInteger();

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  AssessmentRequests(District district) {
    this.district = district;
    for (String name :
        new String[] {"getAssessment", "getAssessmentDocument", "getAssessmentWorkbook"}) {
      byName.put(name, () -> ValidRequest.read(month()));
    }
    byName.put("listAssessmentItems", this::items);
    byName.put("listAssessmentDeductions", this::deductions);
    byName.put("closeAssessment", () -> ValidRequest.act(pastMonth(), null, 200));
    byName.put("listAssessmentFormulas", () -> ValidRequest.read(Map.of()));
    byName.put("setAssessmentFormula", () -> ValidRequest.act(Map.of(), FORMULA, 201));
    byName.put("listAppeals", this::appeals);
    byName.put("getAppeal", () -> ValidRequest.read(appealPath(appealed())));
    byName.put("appealAgainstEntry", () -> ValidRequest.act(month(), appeal(entry()), 201));
    byName.put(
        "reviewAppeal",
        () ->
            ValidRequest.act(
                appealPath(appealed()),
                "{\"decision\": \"ACCEPTED\", \"opinion\": \"情况属实\"}",
                200));
    byName.put("listExemptions", () -> ValidRequest.read(month()));
    byName.put(
        "exemptEntry",
        () ->
            ValidRequest.act(
                month(), "{\"entry\": \"%s\", \"reason\": \"诉求不合理\"}".formatted(entry()), 201));
    byName.put(
        "judgeEntry",
        () ->
            ValidRequest.act(
                month(),
                "{\"entry\": \"%s\", \"kind\": \"SHIRKING\", \"reason\": \"推诿扯皮\"}"
                    .formatted(entry()),
                201));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private static Map<String, String> month() {
    return Map.of("month", YearMonth.now(ZoneId.of("Asia/Shanghai")).toString());
  }

  private static Map<String, String> pastMonth() {
    return Map.of("month", YearMonth.of(1950, 1).plusMonths(CLOSED.getAndIncrement()).toString());
  }

  private static String assessments(String rest) {
    return "/api/v1/assessments/" + month().get("month") + rest;
  }

  private ValidRequest items() {
    Item item = district.issued();
    entryOf(item);
    return ValidRequest.list(month(), item.id()).asking(ISSUED);
  }

  /** Points taken off for an item that was not put right. */
  private ValidRequest deductions() {
    String recheck = district.plannedRecheck().path("id").asText();
    district.act(
        Role.INSPECTOR,
        ServiceName.INSPECTION,
        "/api/v1/rechecks/" + recheck + "/outcome",
        "{\"outcome\": \"NOT_RECTIFIED\", \"note\": \"现场未整改\"}");
    awaitRow("/deductions?limit=200", "entry", recheck);
    return ValidRequest.list(month(), recheck);
  }

  private ValidRequest appeals() {
    String appeal = appealed().path("id").asText();
    return ValidRequest.list(month(), appeal);
  }

  private static Map<String, String> appealPath(JsonNode appeal) {
    return Map.of("month", month().get("month"), "id", appeal.path("id").asText());
  }

  private JsonNode appealed() {
    Identity leader = Identity.of(Role.UNIT_LEADER).ofUnit(District.UNIT);
    return District.json(
        district.expectSuccess(
            Call.of(ServiceName.INSPECTION, "POST", assessments("/appeals"), appeal(entry()))
                .as(district.login(leader))));
  }

  private static String appeal(String entry) {
    return "{\"unitCode\": \"%s\", \"entry\": \"%s\", \"reason\": \"诉求不属实\"}"
        .formatted(District.UNIT, entry);
  }

  /** The entry of the lead unit about a new item. */
  private String entry() {
    return entryOf(district.issued());
  }

  private String entryOf(Item item) {
    return awaitRow("/items" + ISSUED, "itemId", item.id()).path("entry").asText();
  }

  /** Waits until a list of the month has the row. */
  private JsonNode awaitRow(String list, String property, String value) {
    return District.await(
        "an entry",
        () ->
            district
                .read(Role.SPECIAL_TEAM, ServiceName.INSPECTION, assessments(list))
                .path("items")
                .valueStream()
                .filter(row -> row.path(property).asText().equals(value))
                .findFirst());
  }
}
