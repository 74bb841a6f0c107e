package org.bihuan.kit.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Collection;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * How many messages wait for another attempt, as metrics. A timer asks the database; every replica
 * shows the same figures. They are NaN while nobody knows.
 */
public final class RetryingGauge {

  private static final Logger LOG = Logger.getLogger(RetryingGauge.class);

  private final DeliveryQueue<?> queue;

  /** {@code null} while nobody knows. */
  private volatile Map<String, Long> retrying;

  private RetryingGauge(DeliveryQueue<?> queue) {
    this.queue = queue;
  }

  /** Shows one figure for each of these channels. */
  public static RetryingGauge of(
      DeliveryQueue<?> queue, Collection<String> channels, MeterRegistry metrics) {
    RetryingGauge gauge = new RetryingGauge(queue);
    for (String channel : channels) {
      Gauge.builder("bihuan.deliveries.retrying", gauge, known -> known.of(channel))
          .tag("channel", channel)
          .description("Messages that wait for another attempt after one that failed")
          .strongReference(true)
          .register(metrics);
    }
    return gauge;
  }

  /** Asks the database. To be called by a timer. */
  public void measure() {
    try {
      retrying = QuarkusTransaction.requiringNew().call(queue::retrying);
    } catch (RuntimeException e) {
      retrying = null;
      LOG.debugf("Deliveries were not counted: %s", e.getMessage());
    }
  }

  private double of(String channel) {
    Map<String, Long> known = retrying;
    return known == null ? Double.NaN : known.getOrDefault(channel, 0L);
  }
}
