package org.bihuan.intake.ledger.head;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.bihuan.kit.paging.Page;

/** Shows the signed ends of the ledger's days, and the keys they are checked with. */
@ApplicationScoped
@Transactional
class HeadDesk {

  private final LedgerDays days;

  HeadDesk(LedgerDays days) {
    this.days = days;
  }

  Page<HeadView> page(HeadFilter filter) {
    return days.page(filter.criteria(), filter).map(day -> HeadView.of(day.head()));
  }

  List<KeyView> keys() {
    return days.keys();
  }
}
