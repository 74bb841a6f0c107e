package org.bihuan.inspection.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.inspection.sampling.SamplingPlan.PassRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingPlanTest {

  /**
   * R. V. Krejcie and D. W. Morgan, Determining Sample Size for Research Activities (1970), table
   * 1: error 0.05, confidence 0.95. The table rounds to the nearest; so that the error is kept,
   * ours is never smaller.
   */
  @ParameterizedTest
  @CsvSource({"100, 80", "200, 132", "500, 217", "1000, 278", "5000, 357", "10000, 370"})
  void sizes_are_those_of_the_published_table(int population, int published) {
    assertEquals(published, SamplingPlan.size(population, 0.05, 0.95), 1);
    assertTrue(SamplingPlan.size(population, 0.05, 0.95) >= published);
  }

  /**
   * Error 0.1, confidence 0.95, tolerable 0.1; computed with exact fractions of binomial
   * coefficients in Python 3.
   */
  @ParameterizedTest(name = "{0}: part {1}, risk {2}")
  @CsvSource({
    "50, 1, 0.05, 34, 1",
    "50, 1, 0.025, 34, 0",
    "50, 0.4, 0.05, 22, 0",
    "60, 1, 0.05, 38, 1",
    "60, 1, 0.025, 38, 1",
    "60, 0.4, 0.05, 23, 0",
    "80, 1, 0.05, 44, 1",
    "80, 1, 0.025, 44, 1",
    "80, 0.4, 0.05, 24, 0",
    "100, 1, 0.05, 50, 2",
    "100, 1, 0.025, 50, 1",
    "100, 0.4, 0.05, 25, 0",
    "150, 1, 0.05, 59, 2",
    "150, 1, 0.025, 59, 2",
    "150, 0.4, 0.05, 26, 0",
    "200, 1, 0.05, 66, 2",
    "200, 1, 0.025, 66, 2",
    "200, 0.4, 0.05, 27, 0",
    "300, 1, 0.05, 73, 3",
    "300, 1, 0.025, 73, 2",
    "300, 0.4, 0.05, 30, 0",
    "500, 1, 0.05, 81, 3",
    "500, 1, 0.025, 81, 3",
    "500, 0.4, 0.05, 33, 0",
    "1000, 1, 0.05, 88, 4",
    "1000, 1, 0.025, 88, 3",
    "1000, 0.4, 0.05, 36, 0",
    "5000, 1, 0.05, 95, 4",
    "5000, 1, 0.025, 95, 3",
    "5000, 0.4, 0.05, 38, 0"
  })
  void sizes_and_acceptance_numbers_are_those_computed_by_other_means(
      int population, double part, double risk, int size, int acceptance) {
    SamplingPlan plan = SamplingPlan.of(population, 0.1, 0.95, 0.1, risk, part);
    assertEquals(new SamplingPlan(size, acceptance), plan);
    assertEquals(acceptance + 1, plan.rejection());
  }

  /**
   * R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
   * Medicine 17 (1998), table I, method 3, confidence 0.95.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervals_are_those_of_wilson_as_published(
      int passed, int visited, double low, double high) {
    PassRate rate = PassRate.of(passed, visited, 0.95);
    assertEquals(low, rate.interval().get(0), 0.00005);
    assertEquals(high, rate.interval().get(1), 0.00005);
    assertEquals((double) passed / visited, rate.rate());
  }

  @Test
  void nothing_visited_has_no_rate() {
    assertEquals(new PassRate(0, 0, null, List.of()), PassRate.of(0, 0, 0.95));
  }

  /** A thousand lots that are just bad; more than 72 of 50 expected is beyond three deviations. */
  @ParameterizedTest
  @CsvSource({"50, 1", "120, 1", "400, 1", "400, 0.4", "1000, 1"})
  void bad_lots_are_accepted_no_more_often_than_the_risk_says(int population, double part) {
    SamplingPlan plan = SamplingPlan.of(population, 0.1, 0.95, 0.1, 0.05, part);
    Random random = new Random(20261129L + population);
    int accepted = 0;
    for (int lot = 0; lot < 1000; lot++) {
      List<UUID> members =
          Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
              .limit(population)
              .toList();
      Set<UUID> bad = new HashSet<>(members.subList(0, (int) Math.ceil(population * 0.1)));
      String seed = "%032x".formatted(random.nextLong() >>> 1);
      long failed =
          Draw.order(members, seed).stream().limit(plan.size()).filter(bad::contains).count();
      accepted += failed <= plan.acceptance() ? 1 : 0;
    }
    assertTrue(accepted <= 72, accepted + " of 1000");
  }

  @Test
  void a_draw_is_repeated_from_what_is_published() {
    UUID a = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    UUID b = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    UUID c = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    String seed = "0123456789abcdef0123456789abcdef";
    assertEquals(List.of(c, a, b), Draw.order(List.of(c, a, b), seed));
    assertEquals(32, Draw.seed().length());
  }
}
