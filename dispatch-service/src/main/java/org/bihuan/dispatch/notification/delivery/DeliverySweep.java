package org.bihuan.dispatch.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.jboss.logging.Logger;

/**
 * Sends what is due. One thread at a time sends to an address, oldest first, so that a slow
 * receiver holds up nobody but itself and gets its messages in order; after a failure the others
 * wait for the one that failed. No transaction is open while something is sent: replicas take
 * messages for a time, and what nobody reports is taken again, under the same id.
 */
@ApplicationScoped
class DeliverySweep {

  private static final Logger LOG = Logger.getLogger(DeliverySweep.class);

  private final DeliveryDesk desk;
  private final List<Carrier> carriers;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final int mostAddresses;
  private final ExecutorService workers;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  DeliverySweep(
      DeliveryDesk desk,
      @All List<Carrier> carriers,
      DeliveryConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.desk = desk;
    this.carriers = carriers;
    this.metrics = metrics;
    this.clock = clock;
    this.mostAddresses = config.workers();
    this.workers = Executors.newFixedThreadPool(config.workers());
  }

  void stop(@Observes ShutdownEvent event) {
    workers.shutdownNow();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    int free = mostAddresses - busy.size();
    if (free > 0) {
      desk.take(Set.copyOf(busy), free).stream()
          .collect(Collectors.groupingBy(Delivery::target, LinkedHashMap::new, Collectors.toList()))
          .entrySet()
          .forEach(this::begin);
    }
  }

  @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void forget() {
    desk.forget();
  }

  private void begin(Map.Entry<String, List<Delivery>> batch) {
    busy.add(batch.getKey());
    workers.execute(
        () -> {
          try {
            send(batch.getValue());
          } catch (RuntimeException e) {
            // Whatever was taken comes again when its time is over.
            LOG.warnf("Messages were sent and not written down: %s", e);
          } finally {
            busy.remove(batch.getKey());
          }
        });
  }

  /** Until one fails, or it took so long that another replica may have the rest by now. */
  private void send(List<Delivery> batch) {
    Iterator<Delivery> rest = batch.iterator();
    boolean answers = true;
    while (answers && rest.hasNext()) {
      Delivery next = rest.next();
      answers = next.isLeased(clock.instant()) && attempt(next).isFinal();
    }
  }

  private Outcome.Result attempt(Delivery delivery) {
    Instant at = clock.instant();
    long start = System.nanoTime();
    Outcome outcome = carrierOf(delivery.channel()).carry(delivery);
    desk.record(delivery.id(), outcome, at, Duration.ofNanos(System.nanoTime() - start));
    metrics
        .counter(
            "bihuan.deliveries.attempts",
            "channel",
            delivery.channel().name(),
            "outcome",
            outcome.result().name())
        .increment();
    return outcome.result();
  }

  private Carrier carrierOf(Channel channel) {
    return carriers.stream()
        .filter(carrier -> carrier.channels().contains(channel))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody carries " + channel));
  }
}
