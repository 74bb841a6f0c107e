package org.bihuan.acceptance.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Supplier;

/** How the problem lists of weeks are asked for. */
final class WeekRequests {

  private final District district;

  WeekRequests(District district) {
    this.district = district;
  }

  Map<String, Supplier<ValidRequest>> all() {
    return Map.of(
        "listWeeks", () -> ValidRequest.read(Map.of()),
        "getWeeklyList",
            () -> ValidRequest.list(Map.of("week", week()), district.issued().problemId()));
  }

  /** The one whose list runs. */
  private static String week() {
    return DateTimeFormatter.ISO_WEEK_DATE
        .format(LocalDate.now(ZoneId.of("Asia/Shanghai")))
        .substring(0, "2026-W48".length());
  }
}
