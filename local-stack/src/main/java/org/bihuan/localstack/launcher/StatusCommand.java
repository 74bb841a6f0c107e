package org.bihuan.localstack.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.bihuan.localstack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Shows address, process number and health of each part; ends with 0 only if all are up.")
final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    StackStatus status = StackStatus.of(Stack.attach(Main.layout()));
    if (json) {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status));
    } else {
      System.out.print(status.toTable());
    }
    return status.isUp() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
