package org.bihuan.dispatch.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.stream.StreamSource;

/** The steps of order items, for who may see the items. */
@ApplicationScoped
class OrderStreams {

  private static final String STEPS =
      "select id, item_id as record_id, action as kind, at, written_in from item_history";

  private final OrderItems items;
  private final ItemAccess access;

  OrderStreams(OrderItems items, ItemAccess access) {
    this.items = items;
    this.access = access;
  }

  /** With the sight that the caller has now. */
  @Transactional
  StreamSource ofCaller() {
    Criteria sight = access.visibleItems();
    return new StreamSource() {
      @Override
      public String changes() {
        return STEPS;
      }

      @Override
      public Set<UUID> visible(Collection<UUID> recordIds) {
        return items.visibleAmong(recordIds, sight);
      }
    };
  }
}
