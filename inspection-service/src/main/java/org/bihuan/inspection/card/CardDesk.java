package org.bihuan.inspection.card;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.bihuan.contract.DispatchEvent.ItemOverdue;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.item.IssuedItem;
import org.bihuan.inspection.item.IssuedItems;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Gives cards as the facts that they count come, and shows them. */
@ApplicationScoped
@Transactional
public class CardDesk {

  private final WarningCards cards;
  private final Rechecks rechecks;
  private final IssuedItems items;
  private final CardPolicy policy;
  private final Caller caller;
  private final Units units;

  CardDesk(
      WarningCards cards,
      Rechecks rechecks,
      IssuedItems items,
      CardPolicy policy,
      Caller caller,
      Units units) {
    this.cards = cards;
    this.rechecks = rechecks;
    this.items = items;
    this.policy = policy;
    this.caller = caller;
    this.units = units;
  }

  void check(@Observes StartupEvent event) {
    policy.refuseContradiction();
  }

  /**
   * The limit of an item has passed: a card for the unit that had it then. Where an older fact does
   * not tell which that was, and nobody else has, no card can name one.
   */
  public void overdue(ItemOverdue overdue) {
    Optional<IssuedItem> item = items.findByIdOptional(overdue.itemId());
    Optional<Recheck> newest = rechecks.newestOf(overdue.itemId());
    int round = overdue.round() == null ? rechecks.failuresOf(overdue.itemId()) : overdue.round();
    Optional.ofNullable(overdue.leadUnit())
        .or(() -> unitOf(overdue, item, newest))
        .map(
            unit ->
                WarningCard.forOverdue(
                    overdue,
                    unit,
                    round,
                    newest.map(recheck -> recheck.item().problemSerial()).orElse(null),
                    item.map(IssuedItem::orderSerial).orElse(null)))
        .ifPresent(cards::keep);
  }

  /** The unit that is known for an older fact, unless the item may have changed hands since. */
  private static Optional<UnitName> unitOf(
      ItemOverdue older, Optional<IssuedItem> item, Optional<Recheck> newest) {
    if (item.isEmpty()) {
      return newest.map(recheck -> recheck.fixing().leadUnit());
    }
    return item.filter(known -> !known.isNewerThan(older.sequence())).map(IssuedItem::unit);
  }

  /**
   * A re-check saw that its item was not put right.
   *
   * @param failures how many have by now, of this unit and item
   */
  public void failed(Recheck failed, int failures) {
    String order =
        items.findByIdOptional(failed.item().itemId()).map(IssuedItem::orderSerial).orElse(null);
    policy
        .after(failures)
        .ifPresent(kind -> cards.keep(WarningCard.forFailure(failed, kind, failures, order)));
  }

  /** Who works for a unit too, in whatever role, sees none of its own or of its next of kin. */
  Page<CardView> page(CardFilter filter) {
    Criteria visible = new Criteria().notIn("unitCode", Oversight.ownUnits(caller, units));
    return cards.page(filter.narrow(visible), filter).map(CardView::of);
  }
}
