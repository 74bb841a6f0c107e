package org.bihuan.dispatch.routing.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {

  private static final String TAIDONG = "370203021";
  private static final String COMMUNITY = "370203021005";
  private static final SourceKind MEDIA = SourceKind.MEDIA_EXPOSURE;

  private static final List<RoutingRule> RULES =
      List.of(
          rule("ROOF_LEAK", null, null, null, "HOUSING", "2026-01-01", null),
          rule("ROOF_LEAK", TAIDONG, null, null, "TAIDONG", "2026-02-01", "2026-03-01"),
          rule("ROOF_LEAK", null, null, null, "HOUSING_NEW", "2026-06-01", null),
          rule("ROOF_LEAK", TAIDONG, null, null, "TAIDONG_NEW", "2026-05-01", null),
          rule("CABLE_TANGLE", null, null, null, "URBAN", "2026-01-01", "2026-02-01"),
          rule("PARKING", null, null, null, "POLICE", "2026-01-01", null),
          rule("PARKING", null, null, MEDIA, "PRESS", "2026-01-01", null),
          rule("PARKING", TAIDONG, null, null, "STREET", "2026-01-01", null),
          rule("PARKING", TAIDONG, null, MEDIA, "STREET_PRESS", "2026-01-01", null),
          rule("PARKING", TAIDONG, COMMUNITY, null, "COMMUNITY", "2026-01-01", null));

  private static RoutingRule rule(
      String category,
      String subdistrict,
      String community,
      SourceKind source,
      String unit,
      String from,
      String to) {
    return RoutingRule.of(
        UUID.randomUUID(),
        1,
        new RoutingRule.Terms(
            new RoutingScope(category, subdistrict, community, source),
            unit,
            List.of(),
            day(from),
            to == null ? null : day(to)));
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
    assertChosen(unit, new RoutingScope(category, subdistrict, null, SourceKind.CITIZEN), date);
  }

  @ParameterizedTest(name = "in {0}, {1}, found by {2} it goes to {3}")
  @CsvSource({
    "         ,             , CITIZEN,        POLICE",
    "         ,             ,        ,        POLICE",
    "370203022, 370203022001, MEDIA_EXPOSURE, PRESS",
    "370203021,             , CITIZEN,        STREET",
    "370203021,             , MEDIA_EXPOSURE, STREET_PRESS",
    "370203021, 370203021006, MEDIA_EXPOSURE, STREET_PRESS",
    // The place beats the source.
    "370203021, 370203021005, MEDIA_EXPOSURE, COMMUNITY",
    "370203021, 370203021005, CITIZEN,        COMMUNITY",
  })
  void the_narrower_place_goes_first_then_the_rule_for_the_source(
      String subdistrict, String community, SourceKind source, String unit) {
    assertChosen(unit, new RoutingScope("PARKING", subdistrict, community, source), "2026-07-01");
  }

  /** Whatever the order in which the rules are read. */
  private static void assertChosen(String unit, RoutingScope problem, String date) {
    List<RoutingRule> rules = new ArrayList<>(RULES);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rules, new Random(seed));
      assertEquals(
          unit,
          RoutingPolicy.choose(rules, problem, day(date))
              .map(RoutingRule::leadUnitCode)
              .orElse("nobody"));
    }
  }
}
