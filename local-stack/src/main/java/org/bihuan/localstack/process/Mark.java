package org.bihuan.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;

/**
 * How a process is known to be ours. Every process that the stack starts carries its directory and
 * its part on its command line, so that whoever looks later, after a crash too, ends nothing that
 * is not of this stack. A number in a file could not tell that: numbers are given again.
 *
 * @param directory the stack's directory
 * @param part the name of the part
 */
public record Mark(Path directory, String part) {
  /** Name of the shell that guards a process, see {@link Lifeline}. */
  static final String LIFELINE = "bihuan-lifeline";

  private static final String DIRECTORY = "bihuan.directory=";
  private static final Duration END_LIMIT = Duration.ofSeconds(20);
  private static final String PART = "bihuan.part=";

  /**
   * The two settings to be put on the command line, each behind the same option ({@code -D} or
   * {@code -c}).
   */
  public List<String> settings() {
    return List.of(PART + part, DIRECTORY + directory);
  }

  /**
   * The running process of this part. A child of it shows the same command line for a moment after
   * it was forked, so the one without such a parent is meant.
   */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.allProcesses()
        .filter(this::isOn)
        .filter(process -> process.parent().filter(this::isOn).isEmpty())
        .findFirst();
  }

  /**
   * True while the process runs and is this part. A zombie has no command line, so it counts as
   * gone.
   */
  public boolean isOn(ProcessHandle process) {
    String line = commandLine(process);
    return isOfDirectory(line, directory)
        && line.contains(PART + part + " ")
        && !line.contains(LIFELINE);
  }

  /** True for the shell that stops a process when its starter is gone. */
  public static boolean isGuard(ProcessHandle process) {
    return commandLine(process).contains(LIFELINE);
  }

  /** Every process of a stack, the guarding shells included. */
  public static List<ProcessHandle> all(Path directory) {
    return ProcessHandle.allProcesses()
        .filter(process -> isOfDirectory(commandLine(process), directory))
        .toList();
  }

  /** Ends every process of a stack as {@code kill -9} does and returns when none is left. */
  public static void killAll(Path directory) {
    boolean ended =
        Waiting.until(
            () -> {
              List<ProcessHandle> left = all(directory);
              left.forEach(ProcessHandle::destroyForcibly);
              return left.isEmpty();
            },
            END_LIMIT);
    if (!ended) {
      throw new StackFailure("Processes of " + directory + " do not end: " + all(directory) + ".");
    }
  }

  private static boolean isOfDirectory(String line, Path directory) {
    return line.contains(DIRECTORY + directory + " ");
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().map(line -> line + " ").orElse("");
  }
}
