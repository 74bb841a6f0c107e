package org.bihuan.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The POSIX signals that the stack sends; Java itself knows only TERM and KILL. */
public enum Signal {
  INT,
  TERM,
  KILL,
  STOP,
  CONT;

  /** Sends this signal. A process that has gone meanwhile is no fault. */
  public void sendTo(ProcessHandle process) {
    if (this == KILL) {
      // Without the time that a shell takes to start, in which much can happen.
      process.destroyForcibly();
      return;
    }
    sendTo(List.of(process));
  }

  /** The same to several at once. */
  public void sendTo(List<ProcessHandle> processes) {
    String numbers =
        processes.stream().map(process -> " " + process.pid()).collect(Collectors.joining());
    try {
      new ProcessBuilder("sh", "-c", "kill -s " + name() + numbers)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
