package org.bihuan.inspection.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.sampling.LotSettlement;
import org.bihuan.inspection.tally.TallyDesk;

/** Follows the issue of order items, and that they are called off. */
@ApplicationScoped
@Transactional
public class ItemDesk {

  private final IssuedItems items;
  private final FindingDesk findings;
  private final LotSettlement lots;
  private final TallyDesk tallies;

  ItemDesk(IssuedItems items, FindingDesk findings, LotSettlement lots, TallyDesk tallies) {
    this.items = items;
    this.findings = findings;
    this.lots = lots;
    this.tallies = tallies;
  }

  /** Keeps which unit has the item; the finding that it came from, if any, learns of it. */
  public void follow(ItemIssued issued, UUID eventId) {
    items
        .findByIdOptional(issued.itemId())
        .ifPresentOrElse(item -> item.follow(issued), () -> items.persist(IssuedItem.of(issued)));
    findings.follow(issued, eventId);
    tallies.follow(issued);
  }

  /** Nobody has to look at the item any more. */
  public void cancel(ItemCancelled cancelled, UUID eventId) {
    lots.cancel(cancelled, eventId);
    tallies.follow(cancelled);
  }
}
