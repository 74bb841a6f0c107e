package org.bihuan.dispatch.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {

  private static final List<RoutingRule> RULES =
      List.of(
          rule("ROOF_LEAK", null, "HOUSING", "2026-01-01", null),
          rule("ROOF_LEAK", "370203021", "TAIDONG", "2026-02-01", "2026-03-01"),
          rule("ROOF_LEAK", null, "HOUSING_NEW", "2026-06-01", null),
          rule("ROOF_LEAK", "370203021", "TAIDONG_NEW", "2026-05-01", null),
          rule("CABLE_TANGLE", null, "URBAN", "2026-01-01", "2026-02-01"));

  private static RoutingRule rule(
      String category, String subdistrict, String unit, String from, String to) {
    return RoutingRule.of(
        new RoutingRule.Terms(
            category, subdistrict, unit, List.of(), day(from), to == null ? null : day(to)));
  }

  private static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }

  @ParameterizedTest(name = "{0} in {1} on {2} goes to {3}")
  @CsvSource({
    "ROOF_LEAK,    370203021, 2026-01-15, HOUSING",
    "ROOF_LEAK,    370203021, 2026-02-01, TAIDONG",
    "ROOF_LEAK,    370203022, 2026-02-15, HOUSING",
    "ROOF_LEAK,    370203021, 2026-03-01, HOUSING",
    "ROOF_LEAK,             , 2026-02-15, HOUSING",
    // The place beats the date: a newer rule for everywhere does not displace one for the place.
    "ROOF_LEAK,    370203021, 2026-07-01, TAIDONG_NEW",
    "ROOF_LEAK,    370203022, 2026-07-01, HOUSING_NEW",
    "ROOF_LEAK,    370203021, 2025-12-31, nobody",
    "CABLE_TANGLE, 370203021, 2026-01-31, URBAN",
    "CABLE_TANGLE, 370203021, 2026-02-01, nobody",
    "OTHER,        370203021, 2026-07-01, nobody",
    ",             370203021, 2026-07-01, nobody",
  })
  void the_most_specific_rule_in_force_names_the_unit(
      String category, String subdistrict, String date, String unit) {
    assertEquals(
        unit,
        RoutingPolicy.choose(RULES, category, subdistrict, day(date))
            .map(RoutingRule::leadUnitCode)
            .orElse("nobody"));
  }
}
