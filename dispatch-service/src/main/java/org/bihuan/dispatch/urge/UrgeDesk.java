package org.bihuan.dispatch.urge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.history.HistoryEntries;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;

/** Urges units, and shows by which steps they were urged. */
@ApplicationScoped
@Transactional
public class UrgeDesk {

  private final ItemAccess access;
  private final HistoryEntries entries;
  private final ItemJournal journal;
  private final Clock clock;

  UrgeDesk(ItemAccess access, HistoryEntries entries, ItemJournal journal, Clock clock) {
    this.access = access;
    this.entries = entries;
    this.journal = journal;
    this.clock = clock;
  }

  List<UrgeView> list(UUID itemId) {
    return entries.of(access.visible(itemId).id(), ItemAction.URGE).stream()
        .map(UrgeView::of)
        .toList();
  }

  UrgeView urge(UUID itemId, String text) {
    OrderItem item = access.toActOn(itemId);
    Step step = item.urge(text, clock.instant(), access.actor());
    return UrgeView.of(journal.tell(step, ItemJournal.urged(item, step)));
  }
}
