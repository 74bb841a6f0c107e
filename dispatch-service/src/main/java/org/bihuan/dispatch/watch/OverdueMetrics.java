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
 * How many open items are overdue, by the class of their limit, as a metric. A timer asks the
 * database; every replica shows the same figures. They are NaN while nobody knows.
 */
@ApplicationScoped
class OverdueMetrics {

  private static final Logger LOG = Logger.getLogger(OverdueMetrics.class);

  private final OrderItems items;
  private final Clock clock;

  /** {@code null} while nobody knows. */
  private volatile Map<DeadlineClass, Long> overdue;

  OverdueMetrics(OrderItems items, Clock clock, MeterRegistry metrics) {
    this.items = items;
    this.clock = clock;
    for (DeadlineClass deadlineClass : DeadlineClass.values()) {
      Gauge.builder("bihuan.items.overdue", this, overdue -> overdue.of(deadlineClass))
          .tag("class", deadlineClass.name())
          .description("Items past their limit whose unit has not sent a final reply")
          .register(metrics);
    }
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      overdue = QuarkusTransaction.requiringNew().call(() -> items.runningLate(clock.instant()));
    } catch (RuntimeException e) {
      overdue = null;
      LOG.debugf("Overdue items were not counted: %s", e.getMessage());
    }
  }

  private double of(DeadlineClass deadlineClass) {
    Map<DeadlineClass, Long> known = overdue;
    return known == null ? Double.NaN : known.getOrDefault(deadlineClass, 0L);
  }
}
