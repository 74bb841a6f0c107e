package org.bihuan.intake.registration.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * How many batches a replica takes at once: each holds a thread and its body for its whole time.
 */
@ApplicationScoped
class BatchTurns {

  private static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE);

  boolean begin() {
    return turns.tryAcquire();
  }

  void end() {
    turns.release();
  }
}
