package org.bihuan.localstack.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.parts.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./bihuan logs}. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the log of one part.")
final class LogsCommand implements Callable<Integer> {
  private static final Duration AS_LONG_AS_WANTED = Duration.ofDays(365);

  @Parameters(
      paramLabel = "SERVICE",
      description =
          "intake, dispatch, inspection, postgres (and postgres-2), kafka (of three brokers kafka-1 to kafka-3),"
              + " supervisor or build.")
  private String name;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "100",
      description = "How many of the last lines (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is added, until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() {
    String part =
        name.endsWith("-service") ? name.substring(0, name.length() - "-service".length()) : name;
    List<String> names =
        Stream.concat(
                Stack.attach(Main.layout()).parts().stream().map(Part::name),
                Stream.of("supervisor", "build"))
            .toList();
    if (!names.contains(part)) {
      throw new StackFailure(
          "There is no log of '" + name + "'. Logs: " + String.join(", ", names) + ".");
    }
    Path log = Main.layout().log(part);
    if (!Files.exists(log)) {
      throw new StackFailure(
          "There is no log of " + part + " yet: it has never been started here.");
    }
    LogFollower follower = LogFollower.fromLinesBeforeEnd(log, lines);
    follower.copyNewTo(System.out);
    if (follow) {
      Waiting.until(
          () -> {
            follower.copyNewTo(System.out);
            return false;
          },
          AS_LONG_AS_WANTED);
    }
    return ExitCode.OK;
  }
}
