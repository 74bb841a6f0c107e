package org.bihuan.localstack.launcher;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The commands behind the {@code bihuan} script. */
@Command(
    name = "bihuan",
    mixinStandardHelpOptions = true,
    description =
        "Runs the whole of Bihuan on this machine: PostgreSQL, Kafka and the three services.",
    footer = {
      "",
      "'bihuan test' builds everything and runs all tests.",
      "'bihuan demo' fills the running stack with a made-up district.",
      "'bihuan feed' and 'bihuan latency' send complaints to the running stack.",
      "'bihuan retrain' trains a model of recognition on the running stack.",
      "'bihuan chaos', 'bihuan rights', 'bihuan fuzz', 'bihuan evaluate' and 'bihuan bench' prove"
          + " what is promised, on a stack of their own."
    },
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      LinkCommand.class,
      Open311Command.class,
      VerifyLedgerCommand.class
    })
public final class Main implements Runnable {
  /** System property: the checkout. Without it, the one around the working directory. */
  static final String ROOT = "bihuan.root";

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  /**
   * Ends with 0 when the command did what was asked, 1 when it could not and 2 when it was not
   * understood.
   */
  public static void main(String[] arguments) {
    IExecutionExceptionHandler explain =
        (failure, command, parsed) -> {
          if (failure instanceof StackFailure || failure instanceof UncheckedIOException) {
            command.getErr().println(failure.getMessage());
            if (failure.getCause() != null && !(failure instanceof StackFailure)) {
              command.getErr().println(failure.getCause());
            }
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
    throw new ParameterException(specification.commandLine(), "Which command?");
  }

  /** The checkout that the commands work on. */
  static Layout layout() {
    String root = System.getProperty(ROOT);
    return Layout.ofCheckout(root == null ? Layout.findRoot(Path.of("")) : Path.of(root));
  }
}
