package org.bihuan.acceptance.latency;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.OptionRange;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan latency}. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "Sends complaints at a steady rate to the running stack and tells how long each took until it"
          + " was answered and until its order item could be read, and in which hop.",
      "Ends with 1 when the 99th percentile of the latter is above 300 ms or anything failed."
    })
public final class LatencyCommand implements Callable<Integer> {
  /** The reach set for an answered complaint to become a visible order item (99th percentile). */
  private static final Duration REACH = Duration.ofMillis(300);

  private static final int HIGHEST_RATE = 500;
  private static final int LONGEST_SECONDS = 3_600;
  private static final int NAMED = 5;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "Complaints a second, 1 to 500 (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long to measure, 1 to 3600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Seconds of sending before that count for nothing, 0 to 3600 (default: ${DEFAULT-VALUE}):"
              + " services that have just started are slow until they are compiled.")
  private int warmUp;

  @Override
  public Integer call() throws InterruptedException {
    OptionRange.require("--rate", rate, 1, HIGHEST_RATE);
    OptionRange.require("--seconds", seconds, 1, LONGEST_SECONDS);
    OptionRange.require("--warm-up", warmUp, 0, LONGEST_SECONDS);
    // The consumer would print its whole configuration.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    Latency.Result result =
        new Latency(Stack.attach(Layout.ofCheckout(ProofStack.root())))
            .measure(rate, rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    System.out.printf(
        "%d complaints at %d a second after %d s of warm-up, %d failed%n%n",
        result.report().timings().size(), rate, warmUp, result.failures().size());
    result.failures().stream().limit(NAMED).forEach(System.out::println);
    if (result.report().timings().isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    System.out.print(result.report().toText());
    return verdict(result.report().visible(99), result.failures().isEmpty());
  }

  private static int verdict(Duration visibleP99, boolean complete) {
    boolean inTime = visibleP99.compareTo(REACH) <= 0;
    System.out.printf(
        "%n99 of 100 order items are seen within %d ms; the reach is %d ms: %s%n",
        visibleP99.toMillis(), REACH.toMillis(), inTime ? "kept" : "MISSED");
    return inTime && complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
