package org.bihuan.inspection.late;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent.LateItemFactNoted;
import org.bihuan.kit.outbox.Outbox;

/**
 * Notes facts of dispatch that come when they can change nothing here any more, so that none goes
 * by without a trace: the note goes to the ledger (ADR 0018).
 */
@ApplicationScoped
public class LateFacts {

  private final Outbox outbox;
  private final Clock clock;

  LateFacts(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Tells that {@code fact} came late.
   *
   * @param recheckId the re-check that stands against it, or {@code null} when a finding does
   */
  public void note(UUID recheckId, DispatchEvent fact, UUID eventId) {
    outbox.announce(
        new LateItemFactNoted(
            recheckId,
            fact.problemId(),
            fact.itemId(),
            EventCatalogue.of(fact.getClass()).name(),
            eventId,
            clock.instant(),
            fact.actor()));
  }
}
