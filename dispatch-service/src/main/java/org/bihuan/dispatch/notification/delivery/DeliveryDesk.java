package org.bihuan.dispatch.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;

/** Hands out what is due, writes down what came of it, and shows both. */
@ApplicationScoped
@Transactional
public class DeliveryDesk {

  private static final int MOST_OF_ONE = 10;
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Deliveries deliveries;
  private final DeliveryConfig config;
  private final Clock clock;

  DeliveryDesk(Deliveries deliveries, DeliveryConfig config, Clock clock) {
    this.deliveries = deliveries;
    this.config = config;
    this.clock = clock;
  }

  Page<DeliveryLine> page(DeliveryFilter filter) {
    return deliveries.page(filter.criteria(), filter).map(DeliveryLine::of);
  }

  DeliveryView read(UUID id) {
    Delivery delivery =
        deliveries.findByIdOptional(id).orElseThrow(() -> new NotFound("delivery-not-found"));
    return DeliveryView.of(delivery, deliveries.attemptsOf(id));
  }

  /**
   * What is due at addresses that nobody is busy with, in this replica or another; nobody else gets
   * it for five minutes.
   *
   * @param busy as {@link Delivery#target()}
   */
  List<Delivery> take(Collection<String> busy, int addresses) {
    if (!deliveries.claimTaking()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Delivery> due = deliveries.due(now, busy, MOST_OF_ONE, MOST_OF_ONE * addresses);
    due.forEach(delivery -> delivery.lease(now.plus(LEASE)));
    return due;
  }

  /**
   * What came of an attempt; after a failure what else waits for the address is given back and
   * comes after it. Nothing when it was removed meanwhile, with its webhook.
   */
  void record(UUID id, Outcome outcome, Instant at, Duration took) {
    Delivery delivery = deliveries.findById(id);
    if (delivery == null || delivery.status() != DeliveryStatus.WAITING) {
      return;
    }
    Duration pause =
        RetryPolicy.pause(
            delivery.attempts() + 1, config.attempts(), config.firstPause(), config.longestPause());
    delivery.tried(outcome.result(), pause, at);
    deliveries.add(DeliveryAttempt.of(delivery, outcome, at, took));
    if (!outcome.result().isFinal()) {
      deliveries.holdBack(delivery, pause == null ? at : delivery.nextAttemptAt());
    }
  }

  long forget() {
    return deliveries.delete(
        "finishedAt is not null and createdAt < ?1", clock.instant().minus(config.kept()));
  }
}
