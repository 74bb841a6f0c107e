package org.bihuan.kit.delivery;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due. One thread at a time sends to an address, oldest first, so that a slow
 * receiver holds up nobody but itself and gets its messages in order; after a failure the others
 * wait for the one that failed. No transaction is open while something is sent: replicas take
 * messages for a time, and what nobody reports is taken again, under the same id.
 *
 * @param <M> what the service sends
 */
public final class DeliveryLoop<M extends OutgoingMessage> {

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

  private final DeliveryQueue<M> queue;
  private final Function<M, Outcome> carrier;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final int mostAddresses;
  private final ExecutorService workers;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param carrier makes one attempt, outside a transaction. The same message can come again when
   *     nobody wrote down what came of it, so the receiver is told its id
   */
  public DeliveryLoop(
      DeliveryQueue<M> queue,
      Function<M, Outcome> carrier,
      DeliveryConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.queue = queue;
    this.carrier = carrier;
    this.metrics = metrics;
    this.clock = clock;
    this.mostAddresses = config.workers();
    this.workers = Executors.newFixedThreadPool(config.workers());
  }

  /** Takes nothing more; what is under way is broken off and comes again. */
  public void stop() {
    workers.shutdownNow();
  }

  /** Begins to send what is due. To be called every second, and by one thread at a time. */
  public void sweep() {
    int free = mostAddresses - busy.size();
    if (free > 0) {
      queue.take(Set.copyOf(busy), free).stream()
          .collect(
              Collectors.groupingBy(
                  OutgoingMessage::target, LinkedHashMap::new, Collectors.toList()))
          .entrySet()
          .forEach(this::begin);
    }
  }

  private void begin(Map.Entry<String, List<M>> batch) {
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
  private void send(List<M> batch) {
    Iterator<M> rest = batch.iterator();
    boolean answers = true;
    while (answers && rest.hasNext()) {
      M next = rest.next();
      answers = next.isLeased(clock.instant()) && attempt(next).isFinal();
    }
  }

  private Outcome.Result attempt(M message) {
    Instant at = clock.instant();
    long start = System.nanoTime();
    Outcome outcome = carrier.apply(message);
    queue.record(message.id(), outcome, at, Duration.ofNanos(System.nanoTime() - start));
    metrics
        .counter(
            "bihuan.deliveries.attempts",
            "channel",
            message.channelName(),
            "outcome",
            outcome.result().name())
        .increment();
    return outcome.result();
  }
}
