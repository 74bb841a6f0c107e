package org.bihuan.acceptance.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.Machine;
import org.bihuan.acceptance.api.OptionRange;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.parts.Standby;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./bihuan chaos}: everything goes wrong, and afterwards everything is counted. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Kills, stops and cuts off every part while complaints come in, and shows that nothing is"
          + " lost.",
      "Ends with 1 when a promise did not hold; docs/reliability.md explains the figures."
    })
public final class ChaosCommand implements Callable<Integer> {

  private static final Duration OVERLOAD = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration QUIET_PATIENCE = Duration.ofMinutes(15);

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  @Option(
      names = "--minutes",
      description = "How long faults go on, 1 to 1440 (${DEFAULT-VALUE}).",
      defaultValue = "30")
  private int minutes;

  @Option(names = "--seed", description = "Of the dice; the same seed makes the same faults.")
  private Long seed;

  @Option(
      names = "--rate",
      description = "Complaints a second, 1 to 1000 (${DEFAULT-VALUE}).",
      defaultValue = "35")
  private int rate;

  @Option(
      names = "--brokers",
      description = "1 broker, or 3 that copy from each other (${DEFAULT-VALUE}).",
      defaultValue = "1")
  private int brokers;

  @Option(
      names = "--standby",
      arity = "0..1",
      fallbackValue = "SYNCHRONOUS",
      defaultValue = "NONE",
      paramLabel = "KIND",
      description =
          "A second PostgreSQL that follows the first, SYNCHRONOUS or ASYNCHRONOUS, and the loss of"
              + " the first.")
  private Standby standby;

  @Option(
      names = "--mutations",
      description = "Changes to a copy of the ledger, 0 to 1000000 (${DEFAULT-VALUE}).",
      defaultValue = "10000")
  private int mutations;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "FAULT",
      description = "These faults, once each, instead of all for some minutes.")
  private List<String> only = List.of();

  @Option(
      names = "--faketime",
      paramLabel = "FILE",
      description = "libfaketime.so.1, where it is not in Debian's place.")
  private Path faketime;

  @Option(names = "--record", description = "Add the run to the table in docs/reliability.md.")
  private boolean record;

  @Override
  public Integer call() throws Exception {
    OptionRange.require("--minutes", minutes, 1, 1_440);
    OptionRange.require("--rate", rate, 1, 1_000);
    OptionRange.require("--mutations", mutations, 0, 1_000_000);
    Options.requireBrokers(brokers);
    // Kafka's clients tell much about a broker that is away, which is what is wanted here.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    PrintWriter out = specification.commandLine().getOut();
    Path root = ProofStack.root();
    long dice = seed == null ? new Random().nextLong(1_000_000) : seed;
    Machine machine = Machine.here();
    out.println(machine.toText());
    out.println("seed=" + dice);
    Optional<Path> clock = faketime == null ? ClockJumps.library() : Optional.of(faketime);
    if (clock.isEmpty()) {
      out.println("skipped: clock jumps, since libfaketime is not on this machine");
    }
    Optional<String> noDisk = Disk.obstacle();
    noDisk.ifPresent(obstacle -> out.println("skipped: full disk, since " + obstacle));
    ChaosReport report =
        ChaosRun.run(
            new Layout(root, root.resolve(".bihuan/proof-chaos")),
            new ChaosRun.Plan(
                Duration.ofMinutes(minutes),
                dice,
                rate,
                only,
                OVERLOAD,
                mutations,
                PATIENCE,
                QUIET_PATIENCE,
                noDisk.isEmpty(),
                clock,
                Options.besideOthers()
                    .withJavaOptions(List.of("-Xmx192m"))
                    .withBrokers(brokers)
                    .withStandby(standby)),
            line -> {
              out.println("  " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
              out.flush();
            });
    report.broken().forEach(promise -> out.println("BROKEN " + promise));
    if (record) {
      record(root.resolve("docs/reliability.md"), machine, report);
    }
    out.println(report.line());
    out.flush();
    return report.broken().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** Below the last row of the table of runs. */
  private void record(Path page, Machine machine, ChaosReport report) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(page));
    int last = lines.size() - 1;
    while (!lines.get(last).startsWith("|")) {
      last--;
    }
    lines.add(last + 1, report.row(machine.toText(), minutes));
    Files.write(page, lines);
  }
}
