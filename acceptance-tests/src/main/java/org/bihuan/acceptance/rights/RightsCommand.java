package org.bihuan.acceptance.rights;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./bihuan rights}: who may do what, asked of the running services. */
@Command(
    name = "rights",
    mixinStandardHelpOptions = true,
    description =
        "Asks every operation as every role, in its own unit and in another, and compares with the table.")
public final class RightsCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Path root = ProofStack.root();
    try (Stack stack = ProofStack.start(root, "rights")) {
      RightsProof.Result result =
          new RightsProof(RightsTable.written(), ApiDescription.stored(root), stack)
              .run(
                  line -> {
                    out.println("  " + line);
                    out.flush();
                  });
      result.differences().forEach(out::println);
      out.println(result.line());
      out.flush();
      return result.differences().isEmpty()
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
