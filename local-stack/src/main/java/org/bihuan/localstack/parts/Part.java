package org.bihuan.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.process.Lifeline;
import org.bihuan.localstack.process.Mark;
import org.bihuan.localstack.process.Signal;

/**
 * One process of the stack that can be started, stopped, killed and started again on the same port.
 * What it knows about its process it reads from the operating system, so a second {@code Part} for
 * the same directory, in another program too, steers the same process.
 */
public abstract class Part {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final int TAIL_LINES = 15;

  private final Layout layout;
  private final String name;
  private final int port;
  private final Mark mark;
  private volatile ProcessHandle known;

  Part(Layout layout, String name, int port) {
    this.layout = layout;
    this.name = name;
    this.port = port;
    this.mark = new Mark(layout.directory(), name);
  }

  /** How commands and log files call it: {@code postgres}, {@code kafka}, {@code intake}. */
  public final String name() {
    return name;
  }

  public final int port() {
    return port;
  }

  /** Where clients reach it, always on the loopback address. */
  public abstract String address();

  /**
   * True when it answers as a client needs it; looks at the running thing, not at a record of it.
   */
  public abstract boolean isReady();

  /** The number of its process while it runs. */
  public final Optional<Long> pid() {
    return process().map(ProcessHandle::pid);
  }

  public final boolean isRunning() {
    return process().isPresent();
  }

  public final Path log() {
    return layout.log(name);
  }

  /**
   * Starts it, unless it runs, and returns when it is ready.
   *
   * @throws StackFailure when it ends or is not ready within two minutes; carries the end of its
   *     log
   */
  public final synchronized void start() {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isRunning()) {
      long logged = sizeOfLog();
      prepare();
      ProcessHandle started =
          Lifeline.start(command(), environment(), workingDirectory(), stopSignal(), ensureLog());
      known = started;
      Waiting.until(() -> !started.isAlive() || isReady(), START_LIMIT);
      if (!started.isAlive() && !(passesByItself(logSince(logged)) && System.nanoTime() < end)) {
        throw new StackFailure(name + " ended while starting.\n" + tailOfLog());
      }
    }
    if (!Waiting.until(
            () -> !isRunning() || isReady(), Duration.ofNanos(Math.max(0, end - System.nanoTime())))
        || !isRunning()) {
      throw new StackFailure(
          name + " was not ready within " + START_LIMIT.toSeconds() + " seconds.\n" + tailOfLog());
    }
    afterStart();
  }

  /**
   * Stops it in good order; kills it when it does not end within 20 seconds. Nothing happens when
   * it does not run.
   */
  public final synchronized void stop() {
    process().ifPresent(this::stop);
  }

  /** Ends it as {@code kill -9} does and returns when it is gone. */
  public final synchronized void kill() {
    process().ifPresent(this::kill);
  }

  /**
   * Freezes it with all its children: its connections stay open and nothing answers, until {@link
   * #resume()}.
   */
  public final void pause() {
    process().ifPresent(process -> Signal.STOP.sendTo(withChildren(process)));
  }

  public final void resume() {
    process().ifPresent(process -> Signal.CONT.sendTo(withChildren(process)));
  }

  /**
   * PostgreSQL answers each client from a child of its own. The guard is a child too, but must see
   * our end whatever state its process is in.
   */
  private static List<ProcessHandle> withChildren(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .filter(one -> !Mark.isGuard(one))
        .toList();
  }

  /** The program with its arguments; must carry {@link #marked}. */
  abstract List<String> command();

  abstract void prepare();

  /** Variables added to the ones we run with. */
  Map<String, String> environment() {
    return Map.of();
  }

  void afterStart() {}

  Signal stopSignal() {
    return Signal.TERM;
  }

  /** True when what the log says of a failed start goes away by waiting. */
  boolean passesByItself(String log) {
    return false;
  }

  Path workingDirectory() {
    return layout.directory();
  }

  final Layout layout() {
    return layout;
  }

  /** The settings that make the process ours, each behind the given option. */
  final List<String> marked(String option) {
    List<String> arguments = new ArrayList<>();
    for (String setting : mark.settings()) {
      arguments.add(option + setting);
    }
    return arguments;
  }

  private Optional<ProcessHandle> process() {
    ProcessHandle last = known;
    if (last == null || !mark.isOn(last)) {
      last = mark.find().orElse(null);
      known = last;
    }
    return Optional.ofNullable(last);
  }

  private void stop(ProcessHandle process) {
    Signal.CONT.sendTo(withChildren(process));
    stopSignal().sendTo(process);
    if (!Waiting.until(() -> !mark.isOn(process), STOP_LIMIT)) {
      kill(process);
    }
  }

  private void kill(ProcessHandle process) {
    Signal.KILL.sendTo(process);
    if (!Waiting.until(() -> !mark.isOn(process), KILL_LIMIT)) {
      throw new StackFailure(
          name + " (process " + process.pid() + ") does not end, not even by kill -9.");
    }
  }

  private Path ensureLog() {
    Layout.ensure(layout.logs());
    return log();
  }

  private long sizeOfLog() {
    try {
      return Files.exists(log()) ? Files.size(log()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String logSince(long position) {
    try {
      byte[] all = Files.readAllBytes(log());
      int from = (int) Math.min(position, all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String tailOfLog() {
    List<String> lines = logSince(0).lines().toList();
    return "The end of "
        + log()
        + ":\n  "
        + String.join("\n  ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }
}
