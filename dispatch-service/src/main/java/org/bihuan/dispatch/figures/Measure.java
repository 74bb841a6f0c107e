package org.bihuan.dispatch.figures;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.dispatch.handling.OrderItemFilter;
import org.bihuan.dispatch.item.ItemLifecycle;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.kit.time.DayPeriod;

/**
 * What is counted of a period, said once: the list behind the figure is narrowed by the same
 * filter.
 */
enum Measure {
  FILED("problem.filedAt", "filedFrom=%s&filedTo=%s", List.of()) {
    @Override
    OrderItemFilter filter(DayPeriod period) {
      return ofStatus().filedWithin(period.begin(), period.end());
    }
  },
  CLOSED("endedAt", "endedFrom=%s&endedTo=%s", List.of(ItemStatus.WRITTEN_OFF)) {
    @Override
    OrderItemFilter filter(DayPeriod period) {
      return ofStatus().endedWithin(period.begin(), period.end());
    }
  },
  OVERDUE("timeLimit.dueAt", "overdue=true&dueAfter=%s&dueBefore=%s", List.of()) {
    @Override
    OrderItemFilter filter(DayPeriod period) {
      return ofStatus().lateWithin(period.begin(), period.end());
    }
  },
  OPEN(
      "problem.filedAt",
      "filedFrom=%s&filedTo=%s",
      Stream.of(ItemStatus.values()).filter(ItemLifecycle::isOpen).toList()) {
    @Override
    OrderItemFilter filter(DayPeriod period) {
      return ofStatus().filedWithin(period.begin(), period.end());
    }
  };

  private final String moment;
  private final String bounds;
  private final List<ItemStatus> status;

  Measure(String moment, String bounds, List<ItemStatus> status) {
    this.moment = moment;
    this.bounds = bounds;
    this.status = status;
  }

  abstract OrderItemFilter filter(DayPeriod period);

  OrderItemFilter ofStatus() {
    return OrderItemFilter.of(status, null, null);
  }

  /** Which moment of an item has to be in the period. */
  String moment() {
    return moment;
  }

  /** Address of the list of just these items. */
  String list(DayPeriod period) {
    return list(period.begin(), period.end(), status);
  }

  /** The same of one state; of what no item of the measure is in, the list is as empty as it is. */
  String list(DayPeriod period, ItemStatus one) {
    boolean counts = status.isEmpty() || status.contains(one);
    return list(period.begin(), counts ? period.end() : period.begin(), List.of(one));
  }

  private String list(Instant from, Instant to, List<ItemStatus> states) {
    return Stream.concat(
            Stream.of(bounds.formatted(from, to)), states.stream().map(one -> "status=" + one))
        .collect(Collectors.joining("&", "/api/v1/order-items?", ""));
  }
}
