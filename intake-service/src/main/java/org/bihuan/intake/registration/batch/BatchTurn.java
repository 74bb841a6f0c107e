package org.bihuan.intake.registration.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.bihuan.kit.refusal.Overloaded;

/** The turn of one request, which ends with it, however that may be. */
@RequestScoped
class BatchTurn {

  private final BatchTurns turns;
  private boolean begun;

  BatchTurn(BatchTurns turns) {
    this.turns = turns;
  }

  /**
   * @throws Overloaded {@code batches-under-way} when there is no room for one more
   */
  void begin() {
    if (!turns.begin()) {
      throw new Overloaded("batches-under-way");
    }
    begun = true;
  }

  @PreDestroy
  void end() {
    if (begun) {
      turns.end();
    }
  }
}
