package org.bihuan.dispatch.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.item.OrderItems;
import org.jboss.logging.Logger;

/**
 * How many open items are overdue, by the class of their limit, how many wait for a unit beyond the
 * limit of their assignment, and how many of those that had to be on an order the day they were
 * filed, as metrics. A timer asks the database; every replica shows the same figures. They are NaN
 * while nobody knows.
 */
@ApplicationScoped
class OverdueMetrics {

  private static final Logger LOG = Logger.getLogger(OverdueMetrics.class);

  private final OrderItems items;
  private final Clock clock;

  /** {@code null} while nobody knows. */
  private volatile Map<DeadlineClass, Long> overdue;

  private volatile double unassigned = Double.NaN;
  private volatile double missedSameDay = Double.NaN;

  OverdueMetrics(OrderItems items, Clock clock, MeterRegistry metrics) {
    this.items = items;
    this.clock = clock;
    for (DeadlineClass deadlineClass : DeadlineClass.values()) {
      Gauge.builder("bihuan.items.overdue", this, overdue -> overdue.of(deadlineClass))
          .tag("class", deadlineClass.name())
          .description("Items past their limit whose unit has not sent a final reply")
          .register(metrics);
    }
    Gauge.builder("bihuan.assignments.overdue", this, overdue -> overdue.unassigned)
        .description("Items past the limit of their assignment that no unit has")
        .register(metrics);
    Gauge.builder("bihuan.same.day.orders.missed", this, overdue -> overdue.missedSameDay)
        .description("Items that had to be on an order the day they were filed, and are on none")
        .register(metrics);
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      QuarkusTransaction.requiringNew().run(this::count);
    } catch (RuntimeException e) {
      overdue = null;
      unassigned = Double.NaN;
      missedSameDay = Double.NaN;
      LOG.debugf("Overdue items were not counted: %s", e.getMessage());
    }
  }

  private void count() {
    overdue = items.runningLate(clock.instant());
    unassigned = items.unassignedTooLong(clock.instant());
    missedSameDay = items.missedSameDay();
  }

  private double of(DeadlineClass deadlineClass) {
    Map<DeadlineClass, Long> known = overdue;
    return known == null ? Double.NaN : known.getOrDefault(deadlineClass, 0L);
  }
}
