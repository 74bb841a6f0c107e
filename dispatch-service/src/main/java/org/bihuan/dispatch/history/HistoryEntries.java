package org.bihuan.dispatch.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The histories of all items. */
@ApplicationScoped
public class HistoryEntries implements PanacheRepositoryBase<HistoryEntry, UUID> {

  /** Every step of an item, in order. */
  List<HistoryEntry> of(UUID itemId) {
    return list("itemId = ?1 order by sequence", itemId);
  }
}
