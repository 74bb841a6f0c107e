package org.bihuan.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts processes that never outlive the one that started them. Each holds the reading end of a
 * pipe from us; when we end, by {@code kill -9} too, the kernel closes the pipe and a small shell
 * beside the process stops it.
 *
 * <p>{@code setsid} takes the process out of the terminal's group: Ctrl-C must reach the supervisor
 * alone, which then stops the parts in their order.
 */
public final class Lifeline {
  /**
   * The shell becomes the process by {@code exec}, so its number is the process's own; its child
   * keeps watch. A process that is stopped, or waits for children that are, would not hear that it
   * is to end, so all of them are continued first.
   */
  private static final String SCRIPT =
      """
      exec 3<&0 </dev/null
      (
        while read -r _ <&3; do :; done
        kill -s CONT $$ $(cat /proc/$$/task/*/children)
        kill -s "$1" $$
        tries=0
        while kill -s 0 $$ && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -s KILL $$
      ) 2>/dev/null &
      shift
      exec "$@" 3<&-
      """;

  /** Java closes the pipe of a process that nobody refers to any more, which would end it. */
  private static final Set<Process> HELD = ConcurrentHashMap.newKeySet();

  private Lifeline() {}

  /**
   * Starts a process on a lifeline.
   *
   * @param stopSignal what it gets when we are gone; ten seconds later KILL follows
   * @param log receives all that it prints, appended
   */
  public static ProcessHandle start(
      List<String> command,
      Map<String, String> environment,
      Path workingDirectory,
      Signal stopSignal,
      Path log) {
    List<String> guarded =
        new ArrayList<>(List.of("setsid", "sh", "-c", SCRIPT, Mark.LIFELINE, stopSignal.name()));
    guarded.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(guarded)
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      HELD.add(process);
      process.onExit().thenRun(() -> HELD.remove(process));
      return process.toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + command.get(0), e);
    }
  }
}
