package org.bihuan.kit.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.kit.tracing.Trace;

/**
 * Announces facts to the other services. An event is stored in the transaction of the change it
 * tells of, so that neither exists without the other; {@link OutboxRelay} publishes it after the
 * commit.
 */
@ApplicationScoped
public class Outbox {

  private final TransactionSynchronizationRegistry transaction;
  private final OutboxTable table;
  private final OutboxRelay relay;
  private final EventJson json;
  private final Clock clock;

  Outbox(
      TransactionSynchronizationRegistry transaction,
      OutboxTable table,
      OutboxRelay relay,
      EventJson json,
      Clock clock) {
    this.transaction = transaction;
    this.table = table;
    this.relay = relay;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Tells {@code event} once the running transaction has committed, after everything told before
   * it.
   *
   * @return the event's id, by which every reader recognises it
   * @throws IllegalStateException when no transaction is running
   */
  public UUID announce(Event event) {
    EventType type = EventCatalogue.of(event.getClass());
    UUID id = UuidCreator.getTimeOrderedEpoch();
    store(
        new OutgoingEvent(
            id,
            type.name(),
            type.topic(),
            event.key(),
            clock.instant(),
            json.of(event).getBytes(StandardCharsets.UTF_8),
            null,
            Trace.parent()));
    return id;
  }

  /** Stores an event as it stands, for the dead letters of the inbox. */
  public void store(OutgoingEvent event) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an event is announced only inside a transaction");
    }
    if (transaction.getResource(this) instanceof Announcements announcements) {
      announcements.events.add(event);
      return;
    }
    Announcements announcements = new Announcements();
    announcements.events.add(event);
    transaction.putResource(this, announcements);
    transaction.registerInterposedSynchronization(announcements);
  }

  /** What one transaction has announced: written in one statement just before it commits. */
  private final class Announcements implements Synchronization {

    private final List<OutgoingEvent> events = new ArrayList<>();

    @Override
    public void beforeCompletion() {
      table.append(events);
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        relay.wake();
      }
    }
  }
}
