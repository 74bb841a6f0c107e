package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A cut of {@code ./bihuan chaos}, the same each time: each part is killed once while complaints
 * come in. One broker on one machine: this shows what a crash of a process costs, not what a loss
 * of power would.
 */
@Isolated("its load is measured first and doubled then")
class ChaosTest {

  private static final ChaosRun.Plan CUT =
      new ChaosRun.Plan(
          Duration.ZERO,
          20261126,
          20,
          List.of(
              "kill-after-commit-intake",
              "kill-dispatch",
              "half-open-postgres",
              "kill-inspection",
              "cut-kafka",
              "kill-kafka",
              "shuffled-again-dispatch.events",
              "kill-postgres"),
          Duration.ofSeconds(5),
          200,
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          false,
          Optional.empty(),
          Options.besideOthers().forShortLives());

  /**
   * Most of its time goes into starting parts. The limit is longer than all that the cut waits for,
   * so that a broken promise is named before; it is for a run that would never end.
   */
  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void no_crash_loses_doubles_or_reorders_what_was_answered() throws Exception {
    ChaosReport report =
        ChaosRun.run(
            new Layout(ProofStack.root(), Path.of("target/chaos-stack")), CUT, System.out::println);
    System.out.println(report.line());
    assertEquals(List.of(), report.broken());
    assertEquals(CUT.faults().size(), report.figure("faults"));
    assertTrue((long) report.figure("repetitions") > 0, "no fault was felt: " + report.line());
    assertTrue((long) report.figure("timers") > 0, report.line());
    assertTrue((long) report.figure("photos") > 0, report.line());
  }
}
