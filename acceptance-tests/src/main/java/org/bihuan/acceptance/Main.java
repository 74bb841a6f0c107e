package org.bihuan.acceptance;

import org.bihuan.acceptance.bench.BenchCommand;
import org.bihuan.acceptance.browser.ScreenshotsCommand;
import org.bihuan.acceptance.chaos.ChaosCommand;
import org.bihuan.acceptance.demo.DemoCommand;
import org.bihuan.acceptance.feed.FeedCommand;
import org.bihuan.acceptance.fuzz.FuzzCommand;
import org.bihuan.acceptance.latency.LatencyCommand;
import org.bihuan.acceptance.rights.RightsCommand;
import org.bihuan.acceptance.triage.EvaluateCommand;
import org.bihuan.acceptance.triage.RetrainCommand;
import org.bihuan.localstack.layout.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/**
 * The proofs behind the {@code bihuan} script: each prints its figures and fails when one fails.
 */
@Command(
    name = "bihuan",
    mixinStandardHelpOptions = true,
    description = "Proves what Bihuan promises.",
    subcommands = {
      BenchCommand.class,
      ChaosCommand.class,
      DemoCommand.class,
      EvaluateCommand.class,
      FeedCommand.class,
      FuzzCommand.class,
      LatencyCommand.class,
      RetrainCommand.class,
      RightsCommand.class,
      ScreenshotsCommand.class
    })
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  /** Ends with 0 when what is promised holds, 1 when it does not, 2 when not understood. */
  public static void main(String[] arguments) {
    IExecutionExceptionHandler explain =
        (failure, command, parsed) -> {
          if (failure instanceof StackFailure) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
          }
          throw failure;
        };
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(explain)
            .execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "Which proof?");
  }
}
