package org.bihuan.intake.ledger.export;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.Semaphore;
import org.bihuan.kit.refusal.TooMany;

/** The turn of one request to export the ledger, which ends with it, however that may be. */
@RequestScoped
class LedgerExportTurn {

  /** One at a time on each replica: it may read the whole ledger. */
  private static final Semaphore TURN = new Semaphore(1);

  private boolean isHeld;

  /**
   * Begins the turn.
   *
   * @throws TooMany {@code ledger-export-running} while somebody else has it
   */
  void begin() {
    if (!TURN.tryAcquire()) {
      throw new TooMany("ledger-export-running");
    }
    isHeld = true;
  }

  @PreDestroy
  void end() {
    if (isHeld) {
      TURN.release();
      isHeld = false;
    }
  }
}
