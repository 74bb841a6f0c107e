package org.bihuan.kit.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Overloaded;
import org.bihuan.kit.refusal.TooMany;
import org.bihuan.kit.security.Caller;
import org.jboss.logging.Logger;

/**
 * Server-sent events about records that changed, each reader within its sight. A timer looks for
 * changes every second, from the place that each reader has come to, so a reader that comes back
 * with {@code Last-Event-ID} misses nothing, at whichever replica. Who reads too slowly is dropped
 * and comes back; who missed too much is told to begin anew.
 */
@ApplicationScoped
public class ChangeStreams {

  private static final Logger LOG = Logger.getLogger(ChangeStreams.class);

  /** Fewer than may wait for a reader, so that one who catches up is not taken for a slow one. */
  private static final int MOST_AT_ONCE = 200;

  private final ChangeLog log;
  private final StreamConfig config;
  private final Caller caller;
  private final Clock clock;
  private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  ChangeStreams(
      ChangeLog log, StreamConfig config, Caller caller, Clock clock, MeterRegistry metrics) {
    this.log = log;
    this.config = config;
    this.caller = caller;
    this.clock = clock;
    metrics.gauge("bihuan.streams.readers", readers, Set::size);
  }

  /**
   * A stream for the caller, from now on or from where it was.
   *
   * @param lastEventId what the caller has got last, or {@code null}
   * @throws Invalid when that is not what a stream gave
   * @throws TooMany when the caller reads enough streams already
   * @throws Overloaded when too many read
   */
  public Multi<OutboundSseEvent> open(StreamSource source, String lastEventId, Sse sse) {
    String subject = caller.subject();
    refuseTooMany(subject);
    Position horizon = log.horizon();
    Position start = lastEventId == null ? horizon : place(lastEventId);
    Instant now = clock.instant();
    Instant until = earlier(now.plus(config.lifetime()), caller.loginUntil().orElse(Instant.MAX));
    return Multi.createFrom()
        .emitter(
            (MultiEmitter<? super OutboundSseEvent> emitter) -> {
              StreamReader reader =
                  new StreamReader(subject, source, start, now, until, sse, emitter);
              emitter.onTermination(() -> readers.remove(reader));
              if (missedTooMuch(start, horizon, source)) {
                reader.beginAnew(horizon, now);
              } else {
                reader.beat(now);
              }
              readers.add(reader);
            },
            config.waiting());
  }

  private void refuseTooMany(String subject) {
    if (readers.stream().filter(reader -> reader.subject().equals(subject)).count()
        >= config.readersOfOne()) {
      throw new TooMany("too-many-streams", config.readersOfOne());
    }
    if (stopping || readers.size() >= config.readers()) {
      throw new Overloaded("streams-full");
    }
  }

  private static Position place(String lastEventId) {
    return Position.parse(lastEventId)
        .orElseThrow(() -> new Invalid("Last-Event-ID", "last-event-id"));
  }

  /** A place ahead of the horizon is one of a database that was put back since. */
  private boolean missedTooMuch(Position start, Position horizon, StreamSource source) {
    return start.transaction() > horizon.transaction()
        || log.after(start, source, config.mostMissed() + 1).size() > config.mostMissed();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A stop waits for requests under way, and these would never end by themselves. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
    readers.forEach(this::drop);
  }

  /** The horizon is asked for once, before the changes: what they leave out is all behind it. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    if (readers.isEmpty()) {
      return;
    }
    try {
      Position horizon = log.horizon();
      readers.forEach(reader -> advanceOrDrop(reader, horizon));
    } catch (StreamUnavailable e) {
      readers.forEach(reader -> drop(reader, e));
    }
  }

  private void advanceOrDrop(StreamReader reader, Position horizon) {
    try {
      advance(reader, horizon, clock.instant());
    } catch (RuntimeException e) {
      drop(reader, e);
    }
  }

  private void advance(StreamReader reader, Position horizon, Instant now) {
    if (reader.isOver(now)) {
      drop(reader);
      return;
    }
    List<ChangeLog.Entry> entries = log.after(reader.position(), reader.source(), MOST_AT_ONCE);
    if (!entries.isEmpty()) {
      reader.tell(entries, visible(reader, entries), now);
    }
    if (entries.size() < MOST_AT_ONCE) {
      reader.pass(horizon);
    }
    if (reader.lastSign().plus(config.heartbeat()).isBefore(now)) {
      reader.beat(now);
    }
  }

  /** The reader comes back and goes on from where it was. */
  private void drop(StreamReader reader, RuntimeException failure) {
    LOG.debugf("A stream ends: %s", failure.getMessage());
    drop(reader);
  }

  /** Also one that had gone before it was counted, whose end is told to nobody. */
  private void drop(StreamReader reader) {
    readers.remove(reader);
    reader.end(clock.instant());
  }

  private static Set<UUID> visible(StreamReader reader, List<ChangeLog.Entry> entries) {
    Set<UUID> changed =
        entries.stream().map(entry -> entry.change().id()).collect(Collectors.toSet());
    return QuarkusTransaction.requiringNew().call(() -> reader.source().visible(changed));
  }
}
