package org.bihuan.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * How many events wait for a hand, as metrics. A timer asks the database, so that a scrape costs
 * nothing; every replica shows the same figures. They are NaN while nobody knows.
 */
@ApplicationScoped
class DeadLetterMetrics {

  private static final Logger LOG = Logger.getLogger(DeadLetterMetrics.class);

  private final DeadLetters deadLetters;

  /** {@code null} while nobody knows. */
  private volatile DeadLetters.Waiting waiting;

  DeadLetterMetrics(DeadLetters deadLetters, MeterRegistry metrics) {
    this.deadLetters = deadLetters;
    Gauge.builder("bihuan.dead.letters", this, DeadLetterMetrics::letters)
        .description(
            "Events that could not be applied themselves and are neither replayed nor given up")
        .register(metrics);
    Gauge.builder("bihuan.parked.keys", this, DeadLetterMetrics::keys)
        .description("Keys whose later events wait behind such an event")
        .register(metrics);
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      waiting = deadLetters.waiting();
    } catch (InboxUnavailable e) {
      waiting = null;
      LOG.debugf("The dead letters were not counted: %s", e.getMessage());
    }
  }

  private double letters() {
    DeadLetters.Waiting known = waiting;
    return known == null ? Double.NaN : known.letters();
  }

  private double keys() {
    DeadLetters.Waiting known = waiting;
    return known == null ? Double.NaN : known.keys();
  }
}
