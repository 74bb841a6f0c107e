package org.bihuan.kit.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is due. One thread at a time sends to an address, oldest first, so that a slow
 * receiver holds up nobody but itself and gets its messages in order, and goes on for some seconds
 * while it answers; after a failure the others wait for the one that failed. No transaction is open
 * while something is sent: replicas take messages for a time, and what nobody reports is taken
 * again, under the same id.
 *
 * @param <M> what the service sends
 */
public final class DeliveryLoop<M extends OutgoingMessage> {

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

  /** How long a thread goes on with an address before the others have their turn. */
  private static final Duration TURN = Duration.ofSeconds(10);

  private final DeliveryQueue<M> queue;
  private final Function<M, Outcome> carrier;
  private final Supplier<Set<String>> passedOver;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final int mostAddresses;
  private final ExecutorService workers;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** As the last look has seen them: nobody is asked again for each message. */
  private volatile Set<String> off = Set.of();

  /** By target, a message that was sent and could not be written down. */
  private final Map<String, M> lost = new ConcurrentHashMap<>();

  /**
   * @param carrier makes one attempt, outside a transaction. The same message can come again when
   *     nobody wrote down what came of it, so the receiver is told its id
   * @param passedOver where nothing is sent for now, as {@link OutgoingMessage#target(String,
   *     String)}; what waits for it goes on waiting
   */
  public DeliveryLoop(
      DeliveryQueue<M> queue,
      Function<M, Outcome> carrier,
      Supplier<Set<String>> passedOver,
      DeliveryConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.queue = queue;
    this.carrier = carrier;
    this.passedOver = passedOver;
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
    giveBackLost();
    off = passedOver.get();
    int free = mostAddresses - busy.size();
    if (free > 0) {
      Set<String> notNow = new HashSet<>(busy);
      notNow.addAll(off);
      queue.take(notNow, free).stream()
          .collect(
              Collectors.groupingBy(
                  OutgoingMessage::target, LinkedHashMap::new, Collectors.toList()))
          .entrySet()
          .forEach(this::begin);
    }
  }

  /**
   * What could not be written down comes again as soon as the database answers, not only when its
   * lease is over: nothing else for the address is sent before. Fails while it does not answer.
   */
  private void giveBackLost() {
    for (Map.Entry<String, M> one : Map.copyOf(lost).entrySet()) {
      // Later it may be in another replica's hands.
      if (one.getValue().isLeased(clock.instant())) {
        queue.giveBack(one.getValue());
      }
      lost.remove(one.getKey());
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

  /** Takes the next ones as long as the receiver answers and its turn lasts. */
  private void send(List<M> batch) {
    Instant end = clock.instant().plus(TURN);
    List<M> next = batch;
    while (!next.isEmpty() && arrives(next)) {
      next = clock.instant().isBefore(end) ? queue.takeAfter(next.get(0)) : List.of();
    }
  }

  /** Until one fails, or it took so long that another replica may have the rest by now. */
  private boolean arrives(List<M> batch) {
    Iterator<M> rest = batch.iterator();
    boolean answers = true;
    while (answers && rest.hasNext()) {
      M next = rest.next();
      answers = next.isLeased(clock.instant()) && isWanted(next) && attempt(next).isFinal();
    }
    return answers;
  }

  private boolean isWanted(M message) {
    boolean wanted = !off.contains(message.target());
    if (!wanted) {
      queue.giveBack(message);
    }
    return wanted;
  }

  private Outcome.Result attempt(M message) {
    Instant at = clock.instant();
    long start = System.nanoTime();
    Outcome outcome = carrier.apply(message);
    record(message, outcome, at, Duration.ofNanos(System.nanoTime() - start));
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

  private void record(M message, Outcome outcome, Instant at, Duration took) {
    try {
      queue.record(message.id(), outcome, at, took);
    } catch (RuntimeException e) {
      lost.put(message.target(), message);
      throw e;
    }
  }
}
