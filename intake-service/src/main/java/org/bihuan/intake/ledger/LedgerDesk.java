package org.bihuan.intake.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.kit.paging.Page;

/** Reads the ledger. */
@ApplicationScoped
class LedgerDesk {

  private final LedgerEntries entries;
  private final RestrictedEntries restricted;

  LedgerDesk(LedgerEntries entries, RestrictedEntries restricted) {
    this.entries = entries;
    this.restricted = restricted;
  }

  @Transactional
  Page<LedgerEntryView> page(LedgerFilter filter) {
    return entries.page(restricted.narrow(filter.criteria()), filter).map(LedgerEntryView::of);
  }
}
