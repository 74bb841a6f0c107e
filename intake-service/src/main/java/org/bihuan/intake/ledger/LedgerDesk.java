package org.bihuan.intake.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.bihuan.kit.paging.Page;

/** Reads and verifies the ledger. */
@ApplicationScoped
class LedgerDesk {

  private final LedgerEntries entries;
  private final LedgerVerifier verifier;
  private final LedgerSealer sealer;
  private final RestrictedEntries restricted;

  LedgerDesk(
      LedgerEntries entries,
      LedgerVerifier verifier,
      LedgerSealer sealer,
      RestrictedEntries restricted) {
    this.entries = entries;
    this.verifier = verifier;
    this.sealer = sealer;
    this.restricted = restricted;
  }

  @Transactional
  Page<LedgerEntryView> page(LedgerFilter filter) {
    return entries.page(restricted.narrow(filter.criteria()), filter).map(LedgerEntryView::of);
  }

  /**
   * Seals what waits and then checks the chain. A transaction, since a cursor over millions of rows
   * needs one.
   */
  LedgerVerifier.Finding verify(VerificationQuestion question) {
    Optional<Chain.Point> kept = question.keptHead();
    sealer.seal();
    return QuarkusTransaction.requiringNew()
        .timeout(600)
        .call(() -> verifier.verify(question.fromCheckpoint(), kept));
  }
}
