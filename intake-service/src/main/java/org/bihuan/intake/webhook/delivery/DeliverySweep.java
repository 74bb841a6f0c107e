package org.bihuan.intake.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.webhook.WebhookDesk;
import org.bihuan.kit.delivery.DeliveryConfig;
import org.bihuan.kit.delivery.DeliveryLoop;
import org.bihuan.kit.delivery.RetryingGauge;

/** Sends what is due to the webhooks of channels, and counts what waits for another attempt. */
@ApplicationScoped
class DeliverySweep {

  /** Any transaction that still tells a webhook when it is removed is over long before. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final Deliveries deliveries;
  private final WebhookDesk webhooks;
  private final Clock clock;
  private final DeliveryLoop<Delivery> loop;
  private final RetryingGauge retrying;

  DeliverySweep(
      Deliveries deliveries,
      ChannelCalls calls,
      WebhookDesk webhooks,
      DeliveryConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.deliveries = deliveries;
    this.webhooks = webhooks;
    this.clock = clock;
    this.loop =
        new DeliveryLoop<>(
            deliveries.queue(), calls::carry, webhooks::switchedOff, config, metrics, clock);
    this.retrying =
        new RetryingGauge(deliveries.queue(), webhooks::switchedOff, List.of(), metrics);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    loop.sweep();
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    retrying.measure();
  }

  @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    deliveries.queue().forget();
    webhooks.removedBefore(clock.instant().minus(SETTLED)).forEach(this::forget);
  }

  private void forget(UUID removed) {
    deliveries.queue().forgetOf(removed);
    webhooks.forget(removed);
  }
}
