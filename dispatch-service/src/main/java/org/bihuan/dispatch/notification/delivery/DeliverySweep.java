package org.bihuan.dispatch.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.DeliveryConfig;
import org.bihuan.kit.delivery.DeliveryLoop;
import org.bihuan.kit.delivery.RetryingGauge;

/** Sends what is due by the carrier of its channel, and counts what waits for another attempt. */
@ApplicationScoped
class DeliverySweep {

  private final Deliveries deliveries;
  private final DeliveryLoop<Delivery> loop;
  private final RetryingGauge retrying;

  DeliverySweep(
      Deliveries deliveries,
      @All List<Carrier> carriers,
      DeliveryConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.deliveries = deliveries;
    this.loop =
        new DeliveryLoop<>(
            deliveries.queue(),
            delivery -> carrierOf(delivery.channel(), carriers).carry(delivery),
            () -> passedOver(carriers),
            config,
            metrics,
            clock);
    this.retrying =
        new RetryingGauge(
            deliveries.queue(),
            () -> passedOver(carriers),
            Stream.of(Channel.values()).map(Channel::name).toList(),
            metrics);
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
  }

  private static Set<String> passedOver(List<Carrier> carriers) {
    return carriers.stream()
        .flatMap(carrier -> carrier.passedOver().stream())
        .collect(Collectors.toSet());
  }

  private static Carrier carrierOf(Channel channel, List<Carrier> carriers) {
    return carriers.stream()
        .filter(carrier -> carrier.channels().contains(channel))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody carries " + channel));
  }
}
