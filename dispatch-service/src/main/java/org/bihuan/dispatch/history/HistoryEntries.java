package org.bihuan.dispatch.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.hibernate.jpa.HibernateHints;

/** The histories of all items. */
@ApplicationScoped
public class HistoryEntries implements PanacheRepositoryBase<HistoryEntry, UUID> {

  /** Every step of an item, in order. */
  List<HistoryEntry> of(UUID itemId) {
    return list("itemId = ?1 order by sequence", itemId);
  }

  /**
   * Shows every item on which a limit of a unit began within a period, one after the other, with
   * all of its steps. Nothing of them stays in memory.
   *
   * @param to the moment after the period
   */
  public void withLimitsFrom(
      Instant from, Instant to, BiConsumer<AssignedUnit, List<HistoryEntry>> reader) {
    List<HistoryEntry> steps = new ArrayList<>();
    AssignedUnit unit = null;
    try (Stream<Object[]> rows = rowsWithLimitsFrom(from, to)) {
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        HistoryEntry step = (HistoryEntry) row[0];
        if (!steps.isEmpty() && !steps.get(0).itemId().equals(step.itemId())) {
          reader.accept(unit, List.copyOf(steps));
          steps.clear();
          getEntityManager().clear();
        }
        unit = new AssignedUnit((String) row[1], (String) row[2]);
        steps.add(step);
      }
    }
    if (!steps.isEmpty()) {
      reader.accept(unit, steps);
    }
  }

  private Stream<Object[]> rowsWithLimitsFrom(Instant from, Instant to) {
    return getEntityManager()
        .createQuery(
            """
            select h, i.assignment.leadUnit.code, i.assignment.leadUnit.name
            from HistoryEntry h join OrderItem i on i.id = h.itemId
            where i.assignment.orderId is not null and i.id in (
              select b.itemId from HistoryEntry b
              where b.at >= :from and b.at < :to
                and b.action in (ISSUE, ASSIGN, REISSUE, FAIL_RECHECK))
            order by h.itemId, h.sequence
            """,
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .setHint(HibernateHints.HINT_FETCH_SIZE, 1000)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultStream();
  }

  /** Subjects of those who acted on an item for a unit, or reviewed what a unit replied. */
  List<String> hands(UUID itemId) {
    return getEntityManager()
        .createQuery(
            """
            select distinct h.actorSubject from HistoryEntry h
            where h.itemId = :item and (h.actorRole in :roles or h.action in (ACCEPT_REPLY, RETURN_REPLY))
            """,
            String.class)
        .setParameter("item", itemId)
        .setParameter("roles", List.of(Role.UNIT_HANDLER, Role.UNIT_LEADER))
        .getResultList();
  }

  /** The steps of an item that were {@code action}, in order. */
  public List<HistoryEntry> of(UUID itemId, ItemAction action) {
    return list("itemId = ?1 and action = ?2 order by sequence", itemId, action);
  }
}
