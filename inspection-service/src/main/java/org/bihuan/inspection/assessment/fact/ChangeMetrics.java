package org.bihuan.inspection.assessment.fact;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * How many problems are not assessed as their facts are, as a metric. A timer asks the database;
 * every replica shows the same figure, and NaN while nobody knows.
 */
@ApplicationScoped
class ChangeMetrics {

  private static final Logger LOG = Logger.getLogger(ChangeMetrics.class);

  private final Changes changes;
  private volatile double putOff = Double.NaN;

  ChangeMetrics(Changes changes, MeterRegistry metrics) {
    this.changes = changes;
    Gauge.builder("bihuan.assessment.put.off", this, problems -> problems.putOff)
        .description("Problems whose entries in the assessment could not be made")
        .register(metrics);
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      putOff = QuarkusTransaction.requiringNew().call(changes::countPutOff);
    } catch (RuntimeException e) {
      putOff = Double.NaN;
      LOG.debugf("Problems that are put off were not counted: %s", e.getMessage());
    }
  }
}
