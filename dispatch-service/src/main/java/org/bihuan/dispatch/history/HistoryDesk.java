package org.bihuan.dispatch.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;

/** Shows what happened to an item and why its clock stands where it stands. */
@ApplicationScoped
@Transactional
public class HistoryDesk {

  private final ItemAccess access;
  private final HistoryEntries entries;
  private final Clock clock;

  HistoryDesk(ItemAccess access, HistoryEntries entries, Clock clock) {
    this.access = access;
    this.entries = entries;
    this.clock = clock;
  }

  List<HistoryEntryView> history(UUID itemId) {
    return entries.of(access.visible(itemId).id()).stream().map(HistoryEntryView::of).toList();
  }

  /** The clock of the item {@code itemId}, when it is within the caller's sight. */
  public ClockView clock(UUID itemId) {
    ItemClock itemClock = ItemClock.of(entries.of(access.visible(itemId).id()));
    return ClockView.of(itemClock, clock.instant());
  }
}
