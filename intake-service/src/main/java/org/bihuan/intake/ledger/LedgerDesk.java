package org.bihuan.intake.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Reads and verifies the ledger. */
@ApplicationScoped
class LedgerDesk {

  private final LedgerEntries entries;
  private final LedgerChain chain;
  private final LedgerSealer sealer;

  LedgerDesk(LedgerEntries entries, LedgerChain chain, LedgerSealer sealer) {
    this.entries = entries;
    this.chain = chain;
    this.sealer = sealer;
  }

  @Transactional
  Page<LedgerEntry> page(Criteria criteria, PageRequest request) {
    return entries.page(criteria, request);
  }

  /**
   * Seals what waits and then checks every entry. A transaction, since a cursor over millions of
   * rows needs one.
   */
  LedgerChain.Finding verify() {
    sealer.seal();
    return QuarkusTransaction.requiringNew().timeout(600).call(chain::verify);
  }
}
