package org.bihuan.inspection.coverage.unseen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate against examples that were published. */
class DualSystemEstimateTest {

  /**
   * C. J. Krebs, Ecological Methodology, box 2.1 (also among the tests of the R package FSA); the
   * example of the R package recapr for Chapman's estimator; the turtles of Wikipedia, "Mark and
   * recapture".
   */
  @ParameterizedTest
  @CsvSource({"948, 421, 167, 2383", "100, 100, 20, 485", "10, 15, 5, 28"})
  void chapmans_estimate_is_that_of_the_books(long first, long second, long both, long all) {
    assertEquals(all, Math.round(DualSystemEstimate.of(first, second, both).estimate()));
  }

  /** The turtles again: 22 to 65, after Sadinle (2009). */
  @Test
  void the_interval_is_that_of_sadinle() {
    DualSystemEstimate turtles = DualSystemEstimate.of(10, 15, 5);
    assertEquals(22, Math.round(turtles.low()));
    assertEquals(65, Math.round(turtles.high()));
    assertEquals(20, turtles.known());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 1, 1", "7, 7, 7", "500, 3, 3", "40, 60, 0", "100000, 90000, 60000"})
  void the_estimate_lies_in_its_interval_and_no_bound_below_what_is_known(
      long first, long second, long both) {
    DualSystemEstimate estimate = DualSystemEstimate.of(first, second, both);
    assertTrue(estimate.known() <= estimate.low(), estimate.toString());
    assertTrue(estimate.low() <= estimate.estimate(), estimate.toString());
    assertTrue(estimate.estimate() <= estimate.high(), estimate.toString());
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 0", "5, 0, 0", "5, 4, 5", "5, 5, -1"})
  void what_cannot_have_been_seen_is_not_estimated_from(long first, long second, long both) {
    assertThrows(IllegalArgumentException.class, () -> DualSystemEstimate.of(first, second, both));
  }
}
