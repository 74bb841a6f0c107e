package org.bihuan.acceptance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.bihuan.acceptance.api.Machine;
import org.junit.jupiter.api.Test;

class BenchReportTest {

  @Test
  void a_missed_reach_is_told_and_ends_with_one() throws IOException {
    BenchReport report = report(Figure.Reach.atMost(20), 26);

    assertTrue(report.toText(true).contains("MISSED"), report.toText(true));
    assertEquals(1, BenchCommand.exitCode(report, false));
  }

  @Test
  void a_reach_that_is_kept_ends_with_nothing() throws IOException {
    BenchReport report = report(Figure.Reach.atMost(20), 18);

    assertFalse(report.toText(true).contains("MISSED"), report.toText(true));
    assertEquals(0, BenchCommand.exitCode(report, false));
  }

  @Test
  void a_quick_run_judges_nothing() throws IOException {
    BenchReport report = report(Figure.Reach.atMost(20), 26);

    assertFalse(report.toText(false).contains("MISSED"), report.toText(false));
    assertEquals(0, BenchCommand.exitCode(report, true));
  }

  @Test
  void a_reach_beside_a_reference_is_judged_by_the_ratio_of_the_pairs() throws IOException {
    Figure kept =
        new Figure(
            "P5", "lives", List.of(9.0, 90.0, 9.0), List.of(10.0, 100.0, 10.0), atLeast(0.9));
    Figure missed =
        new Figure("P5", "lives", List.of(8.0, 80.0, 9.0), List.of(10.0, 100.0, 9.0), atLeast(0.9));

    assertEquals(
        0, BenchCommand.exitCode(new BenchReport(Machine.here(), List.of(), List.of(kept)), false));
    assertEquals(
        1,
        BenchCommand.exitCode(new BenchReport(Machine.here(), List.of(), List.of(missed)), false));
  }

  private static Figure.Reach atLeast(double bound) {
    return Figure.Reach.atLeast(bound);
  }

  private static BenchReport report(Figure.Reach reach, double measured) throws IOException {
    return new BenchReport(
        Machine.here(),
        List.of(),
        List.of(new Figure("P9", "everything ready, s", List.of(measured), List.of(), reach)));
  }
}
