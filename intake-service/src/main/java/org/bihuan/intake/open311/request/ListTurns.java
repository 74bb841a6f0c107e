package org.bihuan.intake.open311.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bihuan.intake.open311.catalogue.Open311Config;
import org.bihuan.kit.refusal.Overloaded;

/**
 * Lets few lists be read at once, and few more wait: they are open to everybody and up to a
 * thousand rows long, and must take neither the database nor the threads from those who report.
 */
@ApplicationScoped
class ListTurns {

  static final int MOST_WAITING = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** For those who read and those who wait. */
  private final Semaphore places;

  private final Semaphore turns;
  private final Duration patience;

  @Inject
  ListTurns(Open311Config config) {
    this(config.listsAtOnce(), PATIENCE);
  }

  ListTurns(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce + MOST_WAITING);
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Reads when there is a turn.
   *
   * @throws Overloaded {@code service-requests-busy} when there is none for some seconds, or too
   *     many wait for one
   */
  <T> T take(Supplier<T> reading) {
    require(places.tryAcquire());
    try {
      require(isMyTurn());
      try {
        return reading.get();
      } finally {
        turns.release();
      }
    } finally {
      places.release();
    }
  }

  private static void require(boolean acquired) {
    if (!acquired) {
      throw new Overloaded("service-requests-busy");
    }
  }

  private boolean isMyTurn() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
