package org.bihuan.dispatch.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.dispatch.handling.WaitingItems;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Figure;

/** Counts what lies on the caller's desk. */
@ApplicationScoped
@Transactional
class WorkbenchDesk {

  private final OrderItems items;
  private final ItemAccess access;
  private final WaitingItems waiting;
  private final Clock clock;

  WorkbenchDesk(OrderItems items, ItemAccess access, WaitingItems waiting, Clock clock) {
    this.items = items;
    this.access = access;
    this.waiting = waiting;
    this.clock = clock;
  }

  WorkbenchView read() {
    Map<ItemShare, Figure> figures = new EnumMap<>(ItemShare.class);
    // Most items are done: the few that are open are found by their state, and not among those.
    count(access.visibleItems().in("status", ItemShare.OPEN), ItemShare.OF_OPEN, figures);
    count(access.visibleItems(), EnumSet.complementOf(ItemShare.OF_OPEN), figures);
    return new WorkbenchView(
        figures.get(ItemShare.TODO),
        figures.get(ItemShare.IN_PROGRESS),
        figures.get(ItemShare.DONE),
        figures.get(ItemShare.DUE_SOON),
        figures.get(ItemShare.OVERDUE));
  }

  private void count(Criteria among, Set<ItemShare> shares, Map<ItemShare, Figure> figures) {
    Instant now = clock.instant();
    List<Criteria> parts =
        shares.stream().map(share -> share.filter().narrow(among.part(), waiting, now)).toList();
    Iterator<Long> counts = items.countParts(among, parts).iterator();
    shares.forEach(share -> figures.put(share, Figure.count(counts.next(), share.address())));
  }
}
