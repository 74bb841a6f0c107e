package org.bihuan.acceptance.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./bihuan fuzz}: spoilt requests of every kind to every operation. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Sends spoilt requests to every operation and checks every answer.")
public final class FuzzCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  @Option(
      names = "--requests",
      description = "How many to send (${DEFAULT-VALUE}).",
      defaultValue = "15000")
  private int requests;

  @Option(names = "--seed", description = "Of the dice; the same seed spoils in the same way.")
  private Long seed;

  @Option(
      names = "--replay",
      description = "A case, or a folder of cases, to send instead.",
      paramLabel = "FILE")
  private Path replay;

  @Override
  public Integer call() {
    PrintWriter out = specification.commandLine().getOut();
    Path root = ProofStack.root();
    long dice = seed == null ? new Random().nextLong(1_000_000) : seed;
    out.println("seed=" + dice);
    try (Stack stack = ProofStack.start(root, "fuzz")) {
      Fuzzer fuzzer = new Fuzzer(ApiDescription.stored(root), stack, dice);
      Fuzzer.Result result =
          replay == null
              ? fuzzer.run(
                  requests,
                  line -> {
                    out.println("  " + line);
                    out.flush();
                  })
              : fuzzer.replay(cases(replay));
      report(out, result, root.resolve(".bihuan/proof-fuzz-cases"));
      out.printf(
          "seed=%d requests=%d findings=%d%n", dice, result.requests(), result.findings().size());
      out.flush();
      return result.findings().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static void report(PrintWriter out, Fuzzer.Result result, Path folder) {
    out.println("by operation: " + result.byOperation());
    out.println("by mutator: " + result.byMutator());
    out.println("by status: " + result.byStatus());
    int number = 0;
    for (var found : result.findings().entrySet()) {
      number++;
      out.println(number + ". " + found.getKey());
      if (found.getValue() != null) {
        Path file = folder.resolve(number + ".json");
        found.getValue().write(file);
        out.printf(
            "   %s, %s %s; --replay %s%n",
            found.getValue().mutator(), found.getValue().method(), shown(found.getValue()), file);
      }
    }
  }

  private static String shown(FuzzCase found) {
    String target = found.target();
    return target.length() > 120 ? target.substring(0, 120) + "…" : target;
  }

  /** The case in a file, or all of a folder in the order of their names. */
  static List<FuzzCase> cases(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(FuzzCase.read(path));
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(FuzzCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }
  }
}
