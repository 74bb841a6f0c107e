package org.bihuan.dispatch.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.item.OrderItem;

/** The tasks of all units that help. Whoever changes one holds its item. */
@ApplicationScoped
public class ItemTasks implements PanacheRepositoryBase<ItemTask, UUID> {

  /**
   * Locks the item, as everybody does who changes a task, and passes over what another replica has
   * locked before it counts. An item comes once for each of its tasks.
   */
  private static final String ITEMS_DUE_FOR_ATTENTION =
      """
      select item.* from item_task task join order_item item on item.id = task.item_id
      where task.next_attention_at < :now
      order by task.next_attention_at limit :most for update of item skip locked
      """;

  /** Those of an item that are open, on whatever order. */
  List<ItemTask> openOf(UUID itemId) {
    return list("itemId = ?1 and status = ?2 order by id", itemId, TaskStatus.OPEN);
  }

  /** Those of a round of the item, on the order that it is on, in the order of its joint units. */
  public List<ItemTask> of(OrderItem item, int round) {
    return list(
        "itemId = ?1 and orderId = ?2 and round = ?3 order by id",
        item.id(),
        item.assignment().orderId(),
        round);
  }

  /** Those of every order and round of an item, oldest first. */
  List<ItemTask> everyOf(UUID itemId) {
    return list("itemId = ?1 order by id", itemId);
  }

  /** The task that a unit has now. */
  Optional<ItemTask> of(OrderItem item, String unitCode) {
    return of(item, item.reworkCount()).stream()
        .filter(task -> task.unit().code().equals(unitCode))
        .findFirst();
  }

  /** The units whose tasks of an item are open. */
  public List<UnitName> openUnits(OrderItem item) {
    return openUnits(List.of(item)).getOrDefault(item.id(), List.of());
  }

  /** Of each item the units whose tasks are open; an item without any is absent. */
  public Map<UUID, List<UnitName>> openUnits(Collection<OrderItem> items) {
    List<UUID> shared =
        items.stream()
            .filter(item -> item.assignment().unitCodes().size() > 1)
            .map(OrderItem::id)
            .toList();
    if (shared.isEmpty()) {
      return Map.of();
    }
    return list("itemId in ?1 and status = ?2 order by id", shared, TaskStatus.OPEN).stream()
        .collect(
            Collectors.groupingBy(
                ItemTask::itemId,
                Collectors.mapping(task -> task.unit().published(), Collectors.toList())));
  }

  /**
   * The items of up to {@code most} tasks whose timer has run out, locked against others; an item
   * once for each of its tasks.
   */
  @SuppressWarnings("unchecked")
  public List<OrderItem> itemsDueForAttention(Instant now, int most) {
    return getEntityManager()
        .createNativeQuery(ITEMS_DUE_FOR_ATTENTION, OrderItem.class)
        .setParameter("now", now)
        .setParameter("most", most)
        .getResultList();
  }

  /** Of items that are held the tasks whose timer has run out. */
  public List<ItemTask> dueForAttention(Collection<UUID> itemIds, Instant now) {
    return list("itemId in ?1 and clock.nextAttentionAt < ?2 order by id", itemIds, now);
  }
}
