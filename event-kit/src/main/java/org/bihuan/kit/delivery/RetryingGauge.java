package org.bihuan.kit.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * How many messages wait for another attempt, as metrics, by channel. A timer asks the database;
 * every replica shows the same figures. They are NaN while nobody knows.
 */
public final class RetryingGauge {

  private static final Logger LOG = Logger.getLogger(RetryingGauge.class);

  private final DeliveryQueue<?> queue;
  private final Supplier<Set<String>> passedOver;
  private final MultiGauge gauge;
  private final Set<String> channels;

  /**
   * @param passedOver where nothing is sent for now, as in {@link DeliveryLoop}
   * @param channels those that are shown from the start; others once something waits for them
   */
  public RetryingGauge(
      DeliveryQueue<?> queue,
      Supplier<Set<String>> passedOver,
      Collection<String> channels,
      MeterRegistry metrics) {
    this.queue = queue;
    this.passedOver = passedOver;
    this.channels = new TreeSet<>(channels);
    this.gauge =
        MultiGauge.builder("bihuan.deliveries.retrying")
            .description("Messages that wait for another attempt after one that failed")
            .register(metrics);
    show(Map.of(), Double.NaN);
  }

  /** Asks the database. To be called by a timer, and by one thread at a time. */
  public void measure() {
    try {
      Map<String, Long> retrying =
          QuarkusTransaction.requiringNew().call(() -> queue.retrying(passedOver.get()));
      channels.addAll(retrying.keySet());
      show(retrying, 0);
    } catch (RuntimeException e) {
      show(Map.of(), Double.NaN);
      LOG.debugf("Deliveries were not counted: %s", e.getMessage());
    }
  }

  private void show(Map<String, Long> retrying, double others) {
    gauge.register(
        channels.stream()
            .map(
                channel ->
                    Row.of(
                        Tags.of("channel", channel),
                        retrying.containsKey(channel) ? retrying.get(channel) : others))
            .collect(Collectors.toList()),
        true);
  }
}
