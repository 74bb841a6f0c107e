package org.bihuan.dispatch.order;

import static org.bihuan.dispatch.item.ItemStatus.ACKNOWLEDGED;
import static org.bihuan.dispatch.item.ItemStatus.RECHECK_PENDING;
import static org.bihuan.dispatch.item.ItemStatus.RETURN_REQUESTED;
import static org.bihuan.dispatch.item.ItemStatus.REWORK;
import static org.bihuan.dispatch.item.ItemStatus.SUSPENDED;
import static org.bihuan.dispatch.item.ItemStatus.WRITTEN_OFF;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.kit.paging.Criteria;

/**
 * Where an order is, derived and never stored: a draft has no number, what was called off as a
 * whole is cancelled, and else its items tell. Of those each status says in which states some must
 * be and in which none may be; the derivation and the condition of the lists both follow from that.
 */
public enum OrderStatus {
  /** Not issued: it has no number and binds nobody. */
  DRAFT(List.of(), Set.of()),
  /** Nothing is answered yet. */
  ISSUED(List.of(Items.UNANSWERED), Items.ANSWERED),
  PARTIALLY_REPLIED(List.of(Items.UNANSWERED, Items.ANSWERED), Set.of()),
  /** Everything is answered, and something waits for its review or re-check. */
  REPLIED(List.of(Items.UNDER_CHECK), Items.UNANSWERED),
  /** Everything is written off or cancelled. */
  CLOSED(List.of(Set.of(WRITTEN_OFF)), union(Items.UNANSWERED, Items.UNDER_CHECK)),
  /** Called off as a whole, or everything is cancelled or has gone over to newer orders. */
  CANCELLED(List.of(), union(Items.UNANSWERED, Items.ANSWERED));

  /** States of items on an order, in groups; an unassigned item is on none. */
  private static final class Items {
    private static final Set<ItemStatus> UNANSWERED =
        Set.of(ItemStatus.ISSUED, ACKNOWLEDGED, RETURN_REQUESTED, REWORK, SUSPENDED);
    private static final Set<ItemStatus> UNDER_CHECK = Set.of(ItemStatus.REPLIED, RECHECK_PENDING);
    private static final Set<ItemStatus> ANSWERED = union(UNDER_CHECK, Set.of(WRITTEN_OFF));
  }

  private static final String SOME =
      "exists (select 1 from OrderItem i where i.assignment.orderId = e.id and i.status in %s)";

  private static final String IN_FORCE = "e.serial is not null and e.cancelledAt is null";

  private final List<Set<ItemStatus>> some;
  private final Set<ItemStatus> none;

  OrderStatus(List<Set<ItemStatus>> some, Set<ItemStatus> none) {
    this.some = some;
    this.none = none;
  }

  /** The status of an order whose items are in these states. */
  static OrderStatus of(SupervisionOrder order, Collection<ItemStatus> items) {
    if (order.isDraft()) {
      return DRAFT;
    }
    return order.isCalledOff() ? CANCELLED : of(items);
  }

  /** The status of an issued order whose items are in these states. */
  public static OrderStatus of(Collection<ItemStatus> items) {
    return Arrays.stream(values())
        .filter(status -> status != DRAFT)
        .filter(status -> status.fits(items))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no status for items in " + items));
  }

  private boolean fits(Collection<ItemStatus> items) {
    return some.stream().noneMatch(states -> Collections.disjoint(states, items))
        && Collections.disjoint(none, items);
  }

  /**
   * Narrows orders {@code e} to those in one of {@code statuses}; for an empty list to those that
   * have a number.
   */
  static Criteria narrow(Criteria orders, Collection<OrderStatus> statuses) {
    if (statuses == null || statuses.isEmpty()) {
      return orders.where("e.serial is not null");
    }
    String condition =
        statuses.stream().map(OrderStatus::condition).collect(Collectors.joining(" or "));
    return orders.where(condition, statuses.stream().flatMap(OrderStatus::groups).toArray());
  }

  private String condition() {
    if (this == DRAFT) {
      return "e.serial is null";
    }
    Stream<String> present = some.stream().map(states -> SOME);
    Stream<String> absent = none.isEmpty() ? Stream.of() : Stream.of("not " + SOME);
    String derived =
        Stream.of(Stream.of(IN_FORCE), present, absent)
            .flatMap(Function.identity())
            .collect(Collectors.joining(" and ", "(", ")"));
    return this == CANCELLED ? "(e.cancelledAt is not null or " + derived + ")" : derived;
  }

  private Stream<Set<ItemStatus>> groups() {
    return Stream.concat(some.stream(), none.isEmpty() ? Stream.of() : Stream.of(none));
  }

  private static Set<ItemStatus> union(Set<ItemStatus> one, Set<ItemStatus> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
