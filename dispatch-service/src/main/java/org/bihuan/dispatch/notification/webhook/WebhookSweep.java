package org.bihuan.dispatch.notification.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.bihuan.dispatch.notification.delivery.Deliveries;

/** Forgets the webhooks that were removed, with all that was sent to them. */
@ApplicationScoped
class WebhookSweep {

  /** Any transaction that still tells a webhook when it is removed is over long before. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final WebhookDesk webhooks;
  private final Deliveries deliveries;
  private final Clock clock;

  WebhookSweep(WebhookDesk webhooks, Deliveries deliveries, Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    webhooks.removedBefore(clock.instant().minus(SETTLED)).forEach(this::forget);
  }

  private void forget(UUID removed) {
    deliveries.forgetOf(removed);
    webhooks.forget(removed);
  }
}
