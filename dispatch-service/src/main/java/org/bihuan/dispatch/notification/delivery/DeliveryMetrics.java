package org.bihuan.dispatch.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.jboss.logging.Logger;

/**
 * How many messages wait for another attempt, as metrics. A timer asks the database; every replica
 * shows the same figures. They are NaN while nobody knows.
 */
@ApplicationScoped
class DeliveryMetrics {

  private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);

  private final Deliveries deliveries;

  /** {@code null} while nobody knows. */
  private volatile Map<Channel, Long> retrying;

  DeliveryMetrics(Deliveries deliveries, MeterRegistry metrics) {
    this.deliveries = deliveries;
    for (Channel channel : Channel.values()) {
      Gauge.builder("bihuan.deliveries.retrying", this, known -> known.of(channel))
          .tag("channel", channel.name())
          .description("Messages that wait for another attempt after one that failed")
          .register(metrics);
    }
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      retrying = QuarkusTransaction.requiringNew().call(deliveries::retrying);
    } catch (RuntimeException e) {
      retrying = null;
      LOG.debugf("Deliveries were not counted: %s", e.getMessage());
    }
  }

  private double of(Channel channel) {
    Map<Channel, Long> known = retrying;
    return known == null ? Double.NaN : known.getOrDefault(channel, 0L);
  }
}
