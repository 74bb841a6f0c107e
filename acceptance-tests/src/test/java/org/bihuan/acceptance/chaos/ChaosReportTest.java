package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosReportTest {

  private final ChaosReport report = new ChaosReport();

  @Test
  void a_promise_is_broken_when_too_little_was_done_to_show_it() {
    report.requireAtLeast("G1 is shown on many: complaints answered", 299, 300);

    assertEquals(
        List.of("G1 is shown on many: complaints answered: 299, at least 300"), report.broken());
  }

  @Test
  void the_least_is_enough() {
    report.requireAtLeast("G1 is shown on many: complaints answered", 300, 300);

    assertEquals(List.of(), report.broken());
  }
}
