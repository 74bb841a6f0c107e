package org.bihuan.dispatch.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAction;

/** The histories of all items. */
@ApplicationScoped
public class HistoryEntries implements PanacheRepositoryBase<HistoryEntry, UUID> {

  /** Every step of an item, in order. */
  List<HistoryEntry> of(UUID itemId) {
    return list("itemId = ?1 order by sequence", itemId);
  }

  /** The steps of an item that were {@code action}, in order. */
  public List<HistoryEntry> of(UUID itemId, ItemAction action) {
    return list("itemId = ?1 and action = ?2 order by sequence", itemId, action);
  }
}
