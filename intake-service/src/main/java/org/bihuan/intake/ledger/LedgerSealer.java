package org.bihuan.intake.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Chains what was entered, in batches, apart from the requests that entered it, so that the chain
 * costs them nothing. Of several replicas the one that holds the head's row seals.
 */
@ApplicationScoped
public class LedgerSealer {

  private static final int BATCH = 2000;

  private final LedgerChain chain;
  private final Clock clock;

  LedgerSealer(LedgerChain chain, Clock clock) {
    this.chain = chain;
    this.clock = clock;
  }

  /** Seals everything entered so far. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void seal() {
    while (sealBatch() == BATCH) {
      // Each batch is a transaction of its own, so that the head is never held for long.
    }
  }

  private int sealBatch() {
    return QuarkusTransaction.requiringNew()
        .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
        .call(() -> chain.seal(BATCH, clock.instant()));
  }
}
