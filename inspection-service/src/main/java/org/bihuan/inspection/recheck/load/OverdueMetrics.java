package org.bihuan.inspection.recheck.load;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * How many re-checks are overdue, as a metric. A timer asks the database; every replica shows the
 * same figure, and NaN while nobody knows.
 */
@ApplicationScoped
class OverdueMetrics {

  private static final Logger LOG = Logger.getLogger(OverdueMetrics.class);

  private final Loads loads;
  private final Clock clock;
  private volatile double overdue = Double.NaN;

  OverdueMetrics(Loads loads, Clock clock, MeterRegistry metrics) {
    this.loads = loads;
    this.clock = clock;
    Gauge.builder("bihuan.rechecks.overdue", this, rechecks -> rechecks.overdue)
        .description("Re-checks not done though their last moment has passed")
        .register(metrics);
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      overdue = QuarkusTransaction.requiringNew().call(() -> loads.inAll(clock.instant())[2]);
    } catch (RuntimeException e) {
      overdue = Double.NaN;
      LOG.debugf("Overdue re-checks were not counted: %s", e.getMessage());
    }
  }
}
