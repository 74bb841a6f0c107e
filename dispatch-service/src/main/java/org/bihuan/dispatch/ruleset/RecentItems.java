package org.bihuan.dispatch.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.routing.RoutingScope;

/** The items over which a rule set is rehearsed, read in one query. */
@ApplicationScoped
class RecentItems {

  private static final String CAME_IN =
      """
      select e.id, e.problem.problemSerial, e.problem.categoryCode, e.problem.subdistrictCode,
        e.problem.communityCode, e.problem.sourceKind, e.assignment.leadUnit.code
      from OrderItem e where e.id >= ?1 order by e.id desc
      """;

  private final OrderItems items;

  RecentItems(OrderItems items) {
    this.items = items;
  }

  /** The newest items that came in at {@code moment} or later, newest first. */
  List<RoutedCase> since(Instant moment, int most) {
    return items
        .getEntityManager()
        .createQuery(CAME_IN, Object[].class)
        .setParameter(1, firstIdAt(moment))
        .setMaxResults(most)
        .getResultStream()
        .map(RecentItems::of)
        .toList();
  }

  private static RoutedCase of(Object[] row) {
    RoutingScope scope =
        new RoutingScope((String) row[2], (String) row[3], (String) row[4], (SourceKind) row[5]);
    return new RoutedCase((UUID) row[0], (String) row[1], scope, (String) row[6]);
  }

  /** Ids are UUIDv7, whose first 48 bits are the millisecond in which they were made. */
  private static UUID firstIdAt(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000000000000000L);
  }
}
