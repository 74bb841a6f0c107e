package org.bihuan.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.kit.inbox.EventRoutes.Route;
import org.bihuan.kit.tracing.Trace;
import org.jboss.logging.Logger;

/**
 * Applies what other services told, each event once: its id is remembered in the same transaction
 * as its effect. An event that cannot be applied is kept as a dead letter with its reason, and
 * later events of the same key are parked behind it, so that the order of a key survives.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final String UNKNOWN_TYPE = "unknown";

  private final EventRoutes routes = new EventRoutes();
  private final Set<String> topics = new TreeSet<>();
  private final InboxTable applied;
  private final DeadLetters deadLetters;
  private final ObjectMapper json;
  private final MeterRegistry metrics;
  private final Tracer tracer;

  Inbox(
      @All List<EventListener> listeners,
      InboxTable applied,
      DeadLetters deadLetters,
      ObjectMapper json,
      MeterRegistry metrics,
      Tracer tracer) {
    this.applied = applied;
    this.deadLetters = deadLetters;
    this.json = json;
    this.metrics = metrics;
    this.tracer = tracer;
    for (EventListener listener : listeners) {
      topics.addAll(listener.topics());
      listener.listen(routes);
    }
    // A counter that appears with its first event has no rise that an alert could see.
    topics.forEach(this::deadLetters);
    skipped(UNKNOWN_TYPE);
  }

  /** Every topic some listener reads. */
  Set<String> topics() {
    return topics;
  }

  /** Applies a batch in one transaction: all of it, or nothing and an exception. */
  void applyTogether(List<ReceivedEvent> batch) {
    QuarkusTransaction.requiringNew().run(() -> applyNew(batch));
  }

  private void applyNew(List<ReceivedEvent> batch) {
    Set<UUID> fresh =
        applied.remember(
            batch.stream().filter(ReceivedEvent::isReadable).map(ReceivedEvent::id).toList());
    Set<String> parkedKeys = deadLetters.parkedKeys(batch);
    for (ReceivedEvent received : batch) {
      refuseUnreadable(received);
      if (!fresh.remove(received.id())) {
        continue;
      }
      if (parkedKeys.contains(DeadLetters.keyOf(received))) {
        deadLetters.park(received, DeadLetters.BEHIND_ANOTHER);
      } else {
        apply(received);
      }
    }
  }

  /**
   * Makes {@code received} a dead letter; events of its key that come later will wait behind it.
   */
  void bury(ReceivedEvent received, String reason) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (received.id() == null
                  || applied.remember(List.of(received.id())).contains(received.id())) {
                deadLetters.park(received, reason);
                deadLetters(received.topic()).increment();
              }
            });
  }

  private Counter deadLetters(String topic) {
    return metrics.counter("bihuan.inbox.dead.letters", "topic", topic);
  }

  private Counter skipped(String type) {
    return metrics.counter("bihuan.inbox.skipped", "type", type);
  }

  private static void refuseUnreadable(ReceivedEvent received) {
    if (!received.isReadable()) {
      throw new Poison("no readable ce_id, ce_type or key");
    }
  }

  /** Applies an event that is known to be new, in the transaction of the caller. */
  void apply(ReceivedEvent received) {
    refuseUnreadable(received);
    Route route = routes.route(received.type());
    if (route == null) {
      skipped(knownOrOther(received.type())).increment();
      return;
    }
    traced(received, () -> route.verb().accept(read(received, route), received.id()));
    metrics.counter("bihuan.inbox.applied", "type", received.type()).increment();
  }

  /** What is told in consequence goes on with the trace of the event. */
  private void traced(ReceivedEvent received, Runnable verb) {
    Span span =
        tracer
            .spanBuilder(received.type())
            .setParent(Trace.of(received.traceparent()))
            .setSpanKind(SpanKind.CONSUMER)
            .startSpan();
    try {
      Context.current()
          .with(span)
          .wrap(
              () -> {
                verb.run();
                LOG.debugf("Applied %s %s", received.type(), received.id());
              })
          .run();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private Event read(ReceivedEvent received, Route route) {
    try {
      Event event = json.readValue(received.payload(), route.type().record());
      if (event == null || !received.key().equals(event.key())) {
        throw new Poison("the key of the record is not the key of the event");
      }
      return event;
    } catch (IOException | NullPointerException e) {
      // A missing field that makes up the key surfaces as a NullPointerException of the record.
      throw new Poison(
          "unreadable as " + route.type().name() + ": " + e.getClass().getSimpleName());
    }
  }

  /** A made-up type must not make up a new metric. */
  private static String knownOrOther(String type) {
    return EventCatalogue.named(type).isPresent() ? type : UNKNOWN_TYPE;
  }
}
