package org.bihuan.dispatch.batch;

import java.util.List;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.unit.AssignedUnit;

/** An order that a batch is about to issue. */
record PlannedOrder(AssignedUnit lead, List<PlannedItem> items) {

  /**
   * One item of it.
   *
   * @param lead unit that will answer for it
   * @param joint units that will help
   * @param why what decided that
   */
  record PlannedItem(
      OrderItem item, NewOrderItem line, AssignedUnit lead, List<AssignedUnit> joint, Why why) {}
}
