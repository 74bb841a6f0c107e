package org.bihuan.intake.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.IntakeEvent;

/**
 * The entries of one problem in the order in which one led to the other. Each service tells the
 * time by its own clock, and two clocks differ by some milliseconds: by time alone an order could
 * come before its complaint. So a fact comes after those it follows from, whatever the clocks say,
 * and time decides among the rest.
 *
 * <p>What follows from what: everything about a complaint from its registration, a problem's facts
 * and what a round table decided from its filing, the facts of an item from each other by their
 * {@code sequence}, a planned re-check from the acceptance of its round, an outcome from the
 * planned re-check and what was waived for it, a write-off or rework from the outcome, feedback
 * from the write-off, and a note about a late fact from that fact.
 */
final class CausalOrder {

  private static final Comparator<LedgerEntry> BY_TIME =
      Comparator.comparing(LedgerEntry::occurredAt)
          .thenComparing(LedgerEntry::recordedAt)
          .thenComparing(LedgerEntry::id);

  private static final String REGISTERED = kind(IntakeEvent.ComplaintRegistered.class);
  private static final String FILED = kind(IntakeEvent.ProblemFiled.class);
  private static final String MERGED = kind(IntakeEvent.ComplaintMerged.class);
  private static final String FEEDBACK = kind(IntakeEvent.FeedbackGiven.class);
  private static final String ACCEPTED = kind(DispatchEvent.ReplyAccepted.class);
  private static final String REWORK = kind(DispatchEvent.ReworkOrdered.class);
  private static final String ITEM_WRITTEN_OFF = kind(DispatchEvent.ItemWrittenOff.class);
  private static final String PLANNED = kind(InspectionEvent.RecheckPlanned.class);
  private static final String DECIDED = kind(InspectionEvent.FindingDecided.class);
  private static final String WAIVED = kind(InspectionEvent.EvidenceWaived.class);
  private static final String PASSED = kind(InspectionEvent.RecheckPassed.class);
  private static final String FAILED = kind(InspectionEvent.RecheckFailed.class);
  private static final String WRITTEN_OFF = kind(InspectionEvent.ProblemWrittenOff.class);

  private CausalOrder() {}

  /** An entry and what its fact says. */
  private record Fact(LedgerEntry entry, JsonNode said) {

    boolean is(String kind) {
      return entry.kind().equals(kind);
    }

    boolean isOfItem() {
      return said.has("itemId") && said.has("sequence");
    }

    boolean sharesWith(Fact other, String field) {
      return said.hasNonNull(field) && said.get(field).equals(other.said.get(field));
    }

    /** Whether {@code cause} led to this. */
    boolean followsFrom(Fact cause) {
      if (cause.is(REGISTERED)) {
        return !is(REGISTERED) && cause.entry.complaintId().equals(entry.complaintId());
      }
      if (cause.is(FILED)) {
        return said.has("itemId") || is(MERGED) || is(DECIDED);
      }
      if (is(FEEDBACK)) {
        return cause.is(WRITTEN_OFF);
      }
      return followsInItem(cause) || followsInRecheck(cause) || isNoteAbout(cause);
    }

    private boolean followsInItem(Fact cause) {
      return isOfItem()
          && cause.isOfItem()
          && sharesWith(cause, "itemId")
          && said.get("sequence").asInt() > cause.said.get("sequence").asInt();
    }

    private boolean followsInRecheck(Fact cause) {
      if (is(PLANNED)) {
        return cause.is(ACCEPTED) && sharesWith(cause, "itemId") && sharesWith(cause, "round");
      }
      boolean next =
          is(WAIVED) && cause.is(PLANNED)
              || (is(PASSED) || is(FAILED)) && (cause.is(PLANNED) || cause.is(WAIVED))
              || is(WRITTEN_OFF) && cause.is(PASSED)
              || is(REWORK) && cause.is(FAILED)
              || is(ITEM_WRITTEN_OFF) && cause.is(WRITTEN_OFF);
      return next && sharesWith(cause, "recheckId");
    }

    private boolean isNoteAbout(Fact cause) {
      return cause.entry.id().toString().equals(said.path("factId").asText());
    }
  }

  /** The same entries, each after those it follows from. */
  static List<LedgerEntry> of(List<LedgerEntry> entries, ObjectMapper json) {
    List<Fact> waiting =
        new LinkedList<>(
            entries.stream()
                .sorted(BY_TIME)
                .map(entry -> new Fact(entry, read(entry, json)))
                .toList());
    Map<Fact, Set<Fact>> causes = causesOf(waiting);
    List<LedgerEntry> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      // Facts never follow from each other in a circle; were it so, time would decide.
      Fact next =
          waiting.stream()
              .filter(fact -> causes.get(fact).isEmpty())
              .findFirst()
              .orElse(waiting.get(0));
      waiting.remove(next);
      causes.values().forEach(left -> left.remove(next));
      ordered.add(next.entry());
    }
    return ordered;
  }

  private static Map<Fact, Set<Fact>> causesOf(List<Fact> facts) {
    Map<Fact, Set<Fact>> causes = new IdentityHashMap<>();
    for (Fact fact : facts) {
      Set<Fact> own = Collections.newSetFromMap(new IdentityHashMap<>());
      facts.stream().filter(cause -> cause != fact && fact.followsFrom(cause)).forEach(own::add);
      causes.put(fact, own);
    }
    return causes;
  }

  private static JsonNode read(LedgerEntry entry, ObjectMapper json) {
    try {
      return json.readTree(entry.content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ledger entry " + entry.id() + " is no JSON", e);
    }
  }

  private static String kind(Class<? extends Event> fact) {
    return EventCatalogue.of(fact).name();
  }
}
