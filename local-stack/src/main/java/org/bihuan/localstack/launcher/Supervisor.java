package org.bihuan.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;
import org.bihuan.localstack.parts.Part;
import org.bihuan.localstack.process.Signal;

/**
 * The process that owns the stack of a checkout: it starts the parts, tells when one ends by itself
 * and stops all of them when it is stopped. It holds a file lock, which the kernel takes back even
 * after {@code kill -9}, so that there is one at most and its end is always noticed.
 */
final class Supervisor {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
  private static final long WATCH_MILLIS = 1_000;

  /** The locked channel; open, and referred to, until the process ends. */
  private static FileChannel held;

  private final Layout layout;
  private final UnaryOperator<Options> servers;
  private final Consumer<String> progress;
  private final CountDownLatch startEnded = new CountDownLatch(1);

  /**
   * @param servers adds which servers the stack shall have
   */
  Supervisor(Layout layout, UnaryOperator<Options> servers, Consumer<String> progress) {
    this.layout = layout;
    this.servers = servers;
    this.progress = progress;
  }

  /**
   * Starts the stack and stays until the process is told to stop.
   *
   * @param whenReady runs once everything is ready
   * @throws StackFailure when another supervisor runs or a part does not start
   */
  void run(Runnable whenReady) {
    holdLock();
    Thread starter = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starter), "stop-stack"));
    Stack stack;
    try {
      stack = Stack.start(layout, servers.apply(Options.usual(progress)));
    } finally {
      startEnded.countDown();
    }
    write(new Note(ProcessHandle.current().pid(), true));
    whenReady.run();
    watch(stack);
  }

  /**
   * The supervisor that runs in this directory.
   *
   * @throws StackFailure in the short moment in which it has not yet said who it is
   */
  static Optional<ProcessHandle> running(Layout layout) {
    if (!isRunning(layout)) {
      return Optional.empty();
    }
    return note(layout)
        .flatMap(note -> ProcessHandle.of(note.pid()))
        .or(
            () -> {
              throw new StackFailure(
                  "Another 'bihuan up' is just beginning or ending; try again in a moment.");
            });
  }

  /** True once everything of the running supervisor has been ready. */
  static boolean hasStarted(Layout layout) {
    return isRunning(layout) && note(layout).filter(Note::ready).isPresent();
  }

  /**
   * Ends the supervisor, which stops its parts, and then whatever is left of the stack without one.
   */
  static void stopAll(Layout layout, Consumer<String> progress) {
    running(layout)
        .ifPresent(
            process -> {
              progress.accept("Stopping the stack");
              Signal.TERM.sendTo(process);
              if (!Waiting.until(() -> !isRunning(layout), STOP_LIMIT)) {
                Signal.KILL.sendTo(process);
              }
            });
    Stack.attach(layout, Options.usual(progress)).stop();
  }

  private void stop(Thread starter) {
    starter.interrupt();
    try {
      startEnded.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Stack.attach(layout, Options.usual(progress)).stop();
    progress.accept("Everything is stopped");
  }

  private void watch(Stack stack) {
    Set<String> down = new HashSet<>();
    while (!Thread.currentThread().isInterrupted()) {
      for (Part part : stack.parts()) {
        if (part.isRunning()) {
          down.remove(part.name());
        } else if (down.add(part.name())) {
          progress.accept(
              part.name() + " has ended; './bihuan logs " + part.name() + "' shows why");
        }
      }
      try {
        TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void holdLock() {
    Layout.ensure(layout.directory());
    FileChannel channel = open(layout);
    if (tryLock(channel) == null) {
      throw new StackFailure(
          "The stack of " + layout.directory() + " is being started or runs already.");
    }
    held = channel;
    write(new Note(ProcessHandle.current().pid(), false));
  }

  /** True while a supervisor lives in this directory. */
  static boolean isRunning(Layout layout) {
    if (held != null) {
      // Closing any channel of the file, as below, would give our own lock away.
      return true;
    }
    if (!Files.exists(lockFile(layout))) {
      return false;
    }
    try (FileChannel channel = open(layout)) {
      FileLock lock = tryLock(channel);
      return lock == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open(Layout layout) {
    try {
      return FileChannel.open(
          lockFile(layout), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + lockFile(layout) + "; is it yours?", e);
    }
  }

  private static FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Note note) {
    try {
      Files.writeString(noteFile(layout), note.toText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The note of the supervisor that lives; one that a killed supervisor has left counts as none.
   */
  private static Optional<Note> note(Layout layout) {
    try {
      return Files.exists(noteFile(layout))
          ? Note.parse(Files.readString(noteFile(layout))).filter(Note::isOfLivingSupervisor)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path lockFile(Layout layout) {
    return layout.directory().resolve("supervisor.lock");
  }

  private static Path noteFile(Layout layout) {
    return layout.directory().resolve("supervisor.pid");
  }

  /** What the holder of the lock says of itself. */
  private record Note(long pid, boolean ready) {
    private static final Pattern FORM = Pattern.compile("(\\d+) (starting|ready)\\s*");

    String toText() {
      return pid + (ready ? " ready" : " starting");
    }

    boolean isOfLivingSupervisor() {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().commandLine())
          .filter(line -> line.contains(Main.class.getName()))
          .isPresent();
    }

    static Optional<Note> parse(String text) {
      Matcher parts = FORM.matcher(text);
      return parts.matches()
          ? Optional.of(new Note(Long.parseLong(parts.group(1)), "ready".equals(parts.group(2))))
          : Optional.empty();
    }
  }
}
