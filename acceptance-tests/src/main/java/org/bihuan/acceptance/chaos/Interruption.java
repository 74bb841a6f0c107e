package org.bihuan.acceptance.chaos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tidies up when this process is told to end in the middle of a run, by Ctrl-C or by {@code kill}.
 * Until it is closed, what runs in the thread that made it is interrupted first, so that nothing is
 * started any more behind the back of what tidies up.
 */
final class Interruption implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Thread runner = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  Interruption(Runnable tidyUp) {
    this.hook = new Thread(() -> end(tidyUp), "end-chaos");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether this process is on its way to its end. */
  boolean hasHappened() {
    return happened;
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process ends already, and the hook goes on with what it is for.
      happened = true;
    }
  }

  private void end(Runnable tidyUp) {
    happened = true;
    runner.interrupt();
    try {
      over.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tidyUp.run();
  }
}
