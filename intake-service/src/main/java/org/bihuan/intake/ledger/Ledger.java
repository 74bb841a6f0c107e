package org.bihuan.intake.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.IntakeEvent;
import org.bihuan.kit.outbox.EventJson;
import org.bihuan.kit.outbox.Outbox;

/** Enters facts on the ledger, in the transaction of the caller and without a lock. */
@ApplicationScoped
public class Ledger {

  /**
   * What was entered.
   *
   * @param eventId id of the event, by which entry and event belong together
   * @param problemId the problem it is about, or {@code null}
   * @param complaintId the complaint it is about, or {@code null}
   */
  public record Entered(
      Event fact, UUID eventId, UUID problemId, UUID complaintId, Instant occurredAt) {}

  /** Hears of every entry, in the transaction that makes it. */
  public interface Follower {

    /** Its fact has been applied; entities may not be stored yet. */
    void entered(Entered entry);
  }

  private final LedgerEntries entries;
  private final LedgerSealer sealer;
  private final Outbox outbox;
  private final EventJson facts;
  private final ObjectMapper json;
  private final Clock clock;

  Ledger(
      LedgerEntries entries,
      LedgerSealer sealer,
      Outbox outbox,
      EventJson facts,
      ObjectMapper json,
      Clock clock) {
    this.entries = entries;
    this.sealer = sealer;
    this.outbox = outbox;
    this.facts = facts;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Enters a fact.
   *
   * @param eventId id of the event, by which entry and event belong together
   * @param problemId the problem it is about, or {@code null}
   * @param complaintId the complaint it is about, or {@code null}
   */
  public void enter(
      Event fact, UUID eventId, UUID problemId, UUID complaintId, Instant occurredAt, Actor actor) {
    entries.add(
        new Entered(fact, eventId, problemId, complaintId, occurredAt),
        new LedgerEntry(
            eventId,
            EventCatalogue.of(fact.getClass()).name(),
            problemId,
            complaintId,
            occurredAt,
            clock.instant(),
            actor,
            facts.of(fact)));
  }

  /**
   * Enters a fact of this service's own and, in the same transaction, tells it to the others.
   *
   * @return id of the entry
   */
  public UUID announce(
      IntakeEvent fact, UUID problemId, UUID complaintId, Instant now, Actor actor) {
    UUID id = outbox.announce(fact);
    enter(fact, id, problemId, complaintId, now, actor);
    return id;
  }

  /** The fact that an entry keeps, or nothing when there is no such entry of this type. */
  public <E extends Event> Optional<E> fact(UUID entryId, Class<E> type) {
    return entries
        .findByIdOptional(entryId)
        .filter(entry -> entry.kind().equals(EventCatalogue.of(type).name()))
        .map(entry -> read(entry.content(), type));
  }

  private <E> E read(String content, Class<E> type) {
    try {
      return json.readValue(content, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The problem that a complaint last became by a filing or a split; nothing when it only joined.
   */
  public Optional<UUID> filedAs(UUID complaintId) {
    return entries
        .newest(complaintId, EventCatalogue.of(IntakeEvent.ProblemFiled.class).name())
        .map(LedgerEntry::problemId);
  }

  /** Everything told about a problem and its complaints, each fact after those that led to it. */
  public List<LedgerEntry> ofProblem(UUID problemId) {
    return CausalOrder.of(entries.ofProblem(problemId), json);
  }

  /**
   * The same after everything entered so far was sealed, so that each entry has its place and hash.
   */
  public List<LedgerEntry> sealedOfProblem(UUID problemId) {
    sealer.seal();
    return ofProblem(problemId);
  }
}
