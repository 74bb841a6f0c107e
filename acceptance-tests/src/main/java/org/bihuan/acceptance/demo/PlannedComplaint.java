package org.bihuan.acceptance.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody reports.
 *
 * @param sourceRef by which it is known for ever
 * @param sourceKind of the special team's desk; {@code null} for a citizen
 * @param categoryCode what the sender says it is; {@code null} leaves that to the words
 * @param reporter number of the reporter; 0 for none
 * @param age how long before the run it was taken
 */
record PlannedComplaint(
    String sourceRef,
    String channel,
    String sourceKind,
    String categoryCode,
    String subject,
    String text,
    Place place,
    int reporter,
    Duration age) {

  static final String TEAM_DESK = "SPECIAL_TEAM_DESK";

  private static final int NUMBERS = 10_000;

  /** The same words about the same place by another channel. */
  PlannedComplaint againBy(String other) {
    return new PlannedComplaint(
        sourceRef + "-again",
        other,
        null,
        categoryCode,
        subject,
        text,
        place,
        reporter + 1,
        age.dividedBy(2));
  }

  /** The body of the request. */
  Map<String, Object> toJson(Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("channel", channel);
    json.put("sourceRef", sourceRef);
    json.put("sourceKind", sourceKind);
    json.put("categoryCode", categoryCode);
    json.put("subject", subject);
    json.put("text", text);
    json.put("occurredAt", now.minus(age).toString());
    json.put("location", place.toJson());
    if (reporter > 0) {
      json.put("reporter", reporterOf(reporter));
    }
    json.values().removeIf(value -> value == null);
    return json;
  }

  /** Nobody's name, and a number of a block that nobody has. */
  private static Map<String, Object> reporterOf(int number) {
    return number % 9 == 0
        ? Map.of("anonymous", true)
        : Map.of(
            "name",
            "测试居民" + number,
            "phone",
            "1990000" + String.format("%04d", number % NUMBERS),
            "confidential",
            number % 13 == 0,
            "wantsCallback",
            number % 4 == 0);
  }
}
