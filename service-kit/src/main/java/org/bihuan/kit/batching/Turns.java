package org.bihuan.kit.batching;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bihuan.kit.refusal.Overloaded;

/**
 * Lets few answers that cost much be made at once, and few more wait: where everybody may ask, they
 * must take neither the database nor the threads from everything else.
 */
public final class Turns {

  static final int MOST_WAITING = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** For those who have their turn and those who wait. */
  private final Semaphore places;

  private final Semaphore turns;
  private final String refusal;
  private final Duration patience;

  /**
   * @param atOnce how many have their turn at once, at least 1
   * @param refusal code of the refusal for who finds none
   */
  public Turns(int atOnce, String refusal) {
    this(atOnce, refusal, PATIENCE);
  }

  Turns(int atOnce, String refusal, Duration patience) {
    this.refusal = refusal;
    this.places = new Semaphore(atOnce + MOST_WAITING);
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Answers when there is a turn.
   *
   * @throws Overloaded when there is none for some seconds, or too many wait for one
   */
  public <T> T take(Supplier<T> answer) {
    require(places.tryAcquire());
    try {
      require(isMyTurn());
      try {
        return answer.get();
      } finally {
        turns.release();
      }
    } finally {
      places.release();
    }
  }

  private void require(boolean acquired) {
    if (!acquired) {
      throw new Overloaded(refusal);
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
