package org.bihuan.intake.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.Event;
import org.bihuan.contract.IntakeEvent.ComplaintRegistered;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.webhook.ChannelEvent;
import org.bihuan.intake.webhook.ToldChannels;

/**
 * Hears what is entered on the ledger and puts into the queue what channels are told, in the same
 * transaction and just before it commits. A late or repeated fact changes nothing about its problem
 * and is not told. A transaction that only registers complaints of channels without a webhook asks
 * the database nothing.
 */
@ApplicationScoped
class FactTeller implements Ledger.Follower {

  private final TransactionSynchronizationRegistry transaction;
  private final ToldChannels told;
  private final Problems problems;
  private final Deliveries deliveries;

  FactTeller(
      TransactionSynchronizationRegistry transaction,
      ToldChannels told,
      Problems problems,
      Deliveries deliveries) {
    this.transaction = transaction;
    this.told = told;
    this.problems = problems;
    this.deliveries = deliveries;
  }

  @Override
  public void entered(Ledger.Entered entry) {
    if (!told.areAny()) {
      return;
    }
    Event fact = entry.fact();
    if (fact instanceof ComplaintRegistered registered) {
      heard().channels.put(registered.complaintId(), registered.channel());
      return;
    }
    ChannelEvents.of(fact).ifPresent(event -> tell(event, entry));
  }

  private void tell(ChannelEvent event, Ledger.Entered entry) {
    if (event.isOfComplaint()) {
      tellOfComplaint(event, entry);
    } else {
      tellOfProblem(event, entry);
    }
  }

  private void tellOfComplaint(ChannelEvent event, Ledger.Entered entry) {
    Heard heard = heard();
    String channel = heard.channels.get(entry.complaintId());
    if (channel == null || told.contains(channel)) {
      heard.facts.add(
          new ToldFact(
              event,
              entry.eventId().toString(),
              entry.complaintId(),
              event.showsProblem() ? entry.problemId() : null,
              entry.occurredAt(),
              null));
    }
  }

  /** The problem was read for the fact, so asking for it again asks the database nothing. */
  private void tellOfProblem(ChannelEvent event, Ledger.Entered entry) {
    problems
        .findByIdOptional(entry.problemId())
        .filter(problem -> isNews(entry.fact(), problem) && event.isTrueOf(problem.status()))
        .map(
            problem ->
                new ToldFact(
                    event,
                    key(event, entry),
                    null,
                    problem.id(),
                    entry.occurredAt(),
                    problem.dueAt()))
        .ifPresent(heard().facts::add);
  }

  private static boolean isNews(Event fact, Problem problem) {
    return !(fact instanceof DispatchEvent told) || problem.item().isNewest(told);
  }

  /** A write-off is for good; the facts of an item are numbered. */
  private static String key(ChannelEvent event, Ledger.Entered entry) {
    return entry.fact() instanceof DispatchEvent fact
        ? event + " " + fact.itemId() + " " + fact.sequence()
        : event + " " + entry.problemId();
  }

  private Heard heard() {
    if (transaction.getResource(this) instanceof Heard heard) {
      return heard;
    }
    Heard heard = new Heard();
    transaction.putResource(this, heard);
    transaction.registerInterposedSynchronization(heard);
    return heard;
  }

  /** What one transaction has to tell. */
  private final class Heard implements Synchronization {

    /** Channels of the complaints that it registered. */
    private final Map<UUID, String> channels = new HashMap<>();

    private final List<ToldFact> facts = new ArrayList<>();

    @Override
    public void beforeCompletion() {
      if (!facts.isEmpty()) {
        deliveries.tell(facts);
      }
    }

    @Override
    public void afterCompletion(int status) {
      // Stored or rolled back with the rest.
    }
  }
}
