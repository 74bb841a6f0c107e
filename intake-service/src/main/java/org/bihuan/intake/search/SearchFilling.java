package org.bihuan.intake.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Makes texts searchable, apart from the requests that store them, so that the indexes of words
 * cost them nothing (ADR 0026). Of several replicas the one that holds the head's row does so.
 */
@ApplicationScoped
class SearchFilling {

  private static final Logger LOG = Logger.getLogger(SearchFilling.class);

  /** So that, when thousands are registered at once, they come first and the search later. */
  private static final int MOST_AT_ONCE = 1000;

  private final SearchTables tables;

  /** NaN while nobody knows. */
  private volatile double age = Double.NaN;

  SearchFilling(SearchTables tables, MeterRegistry metrics) {
    this.tables = tables;
    Gauge.builder("bihuan.search.age", () -> age)
        .baseUnit("seconds")
        .description("Age of the oldest entry of the ledger whose text cannot be found yet")
        .register(metrics);
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void fill() {
    QuarkusTransaction.requiringNew()
        .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
        .call(
            () -> {
              tables.takeOver(MOST_AT_ONCE);
              return null;
            });
  }

  /** A timer asks the database, so that a scrape costs nothing. */
  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      age = tables.ageSeconds();
    } catch (SQLException e) {
      age = Double.NaN;
      LOG.debugf("The search was not measured: %s", e.getMessage());
    }
  }
}
