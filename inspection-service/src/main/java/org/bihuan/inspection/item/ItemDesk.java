package org.bihuan.inspection.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.inspection.finding.FindingDesk;

/** Follows the issue of order items. */
@ApplicationScoped
@Transactional
public class ItemDesk {

  private final IssuedItems items;
  private final FindingDesk findings;

  ItemDesk(IssuedItems items, FindingDesk findings) {
    this.items = items;
    this.findings = findings;
  }

  /** Keeps which unit has the item; the finding that it came from, if any, learns of it. */
  public void follow(ItemIssued issued, UUID eventId) {
    items
        .findByIdOptional(issued.itemId())
        .ifPresentOrElse(item -> item.follow(issued), () -> items.persist(IssuedItem.of(issued)));
    findings.follow(issued, eventId);
  }
}
