package org.bihuan.dispatch.workbench;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.dispatch.handling.OrderItemFilter;
import org.bihuan.dispatch.item.ItemLifecycle;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.sla.Light;

/**
 * A share of the items that a figure counts, said once: the list behind the figure is narrowed by
 * the same filter.
 */
enum ItemShare {
  TODO(ItemLifecycle::isOpen, null, true),
  IN_PROGRESS(ItemLifecycle::isOpen, null, false),
  DONE(status -> status == ItemStatus.WRITTEN_OFF, null, null),
  DUE_SOON(ItemLifecycle::isRunning, Light.YELLOW, null),
  OVERDUE(ItemLifecycle::isRunning, Light.RED, null);

  /** States of items that are not over. */
  static final List<ItemStatus> OPEN =
      Stream.of(ItemStatus.values()).filter(ItemLifecycle::isOpen).toList();

  /** Shares of items that are not over. */
  static final EnumSet<ItemShare> OF_OPEN = EnumSet.of(TODO, IN_PROGRESS, DUE_SOON, OVERDUE);

  private final List<ItemStatus> status;
  private final Light light;
  private final Boolean todo;

  ItemShare(Predicate<ItemStatus> status, Light light, Boolean todo) {
    this.status = Stream.of(ItemStatus.values()).filter(status).toList();
    this.light = light;
    this.todo = todo;
  }

  OrderItemFilter filter() {
    return OrderItemFilter.of(status, light, todo);
  }

  /** Address of the list of just these items. */
  String address() {
    Stream<String> parameters =
        Stream.concat(
            status.stream().map(one -> "status=" + one),
            Stream.concat(
                Stream.ofNullable(light).map(one -> "light=" + one),
                Stream.ofNullable(todo).map(one -> "todo=" + one)));
    return parameters.collect(Collectors.joining("&", "/api/v1/order-items?", ""));
  }
}
