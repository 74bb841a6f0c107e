package org.bihuan.intake.open311.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bihuan.intake.open311.catalogue.Open311Config;
import org.bihuan.kit.refusal.Overloaded;

/**
 * Lets few lists be read at once: they are open to everybody, and up to a thousand rows long, and
 * must not take the database from those who report.
 */
@ApplicationScoped
class ListTurns {

  private static final int PATIENCE_SECONDS = 3;

  private final Semaphore free;

  ListTurns(Open311Config config) {
    this.free = new Semaphore(config.listsAtOnce(), true);
  }

  /**
   * Reads when there is a turn.
   *
   * @throws Overloaded {@code service-requests-busy} when there is none for some seconds
   */
  <T> T take(Supplier<T> reading) {
    if (!isMyTurn()) {
      throw new Overloaded("service-requests-busy");
    }
    try {
      return reading.get();
    } finally {
      free.release();
    }
  }

  private boolean isMyTurn() {
    try {
      return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
