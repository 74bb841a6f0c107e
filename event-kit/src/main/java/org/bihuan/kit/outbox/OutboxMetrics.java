package org.bihuan.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * How much waits for the broker and since when, as metrics. A timer asks the database, so that a
 * scrape costs nothing; every replica shows the same figures. They are NaN while nobody knows.
 */
@ApplicationScoped
class OutboxMetrics {

  private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

  private final OutboxTable table;

  /** {@code null} while nobody knows. */
  private volatile OutboxTable.Backlog backlog;

  OutboxMetrics(OutboxTable table, MeterRegistry metrics) {
    this.table = table;
    Gauge.builder("bihuan.outbox.depth", this, OutboxMetrics::depth)
        .description("Events committed and not yet published, by their numbers: at most so many")
        .register(metrics);
    Gauge.builder("bihuan.outbox.age", this, OutboxMetrics::age)
        .baseUnit("seconds")
        .description("Age of the oldest event in the outbox, 0 when it is empty")
        .register(metrics);
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      backlog = table.backlog();
    } catch (SQLException e) {
      backlog = null;
      LOG.debugf("The outbox was not measured: %s", e.getMessage());
    }
  }

  private double depth() {
    OutboxTable.Backlog known = backlog;
    return known == null ? Double.NaN : known.depth();
  }

  private double age() {
    OutboxTable.Backlog known = backlog;
    return known == null ? Double.NaN : known.oldestSeconds();
  }
}
