package org.bihuan.intake.problem;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.IntakeEvent;
import org.bihuan.intake.ledger.LedgerEntry;

/**
 * Two facts about one problem that two services decided before they had heard of each other, and
 * which of them won (ADR 0018): the write-off over the cancellation, merge or hand-over, these over
 * a failed re-check.
 *
 * @param won wire name of the fact that stands, e.g. {@code inspection.problem-written-off.v1}
 * @param at when it happened
 * @param entryId ledger entry that shows it
 * @param lost wire name of the fact that was overtaken, e.g. {@code dispatch.item-cancelled.v1}
 * @param lostAt when that happened, which may be before {@code at}
 * @param lostEntryId ledger entry that shows it
 */
public record Crossing(
    @NotNull String won,
    @NotNull Instant at,
    @NotNull UUID entryId,
    @NotNull String lost,
    @NotNull Instant lostAt,
    @NotNull UUID lostEntryId) {

  /** The crossings that the entries of one problem show, whatever the order they came in. */
  static List<Crossing> among(List<LedgerEntry> entries) {
    List<LedgerEntry> cancelled = calledOff(entries);
    List<LedgerEntry> writtenOff = of(InspectionEvent.ProblemWrittenOff.class, entries);
    List<LedgerEntry> failed = of(InspectionEvent.RecheckFailed.class, entries);
    int answered = of(DispatchEvent.ReworkOrdered.class, entries).size();
    List<Crossing> crossings = new ArrayList<>();
    if (!cancelled.isEmpty()) {
      writtenOff.stream().limit(1).forEach(won -> crossings.add(of(won, cancelled.get(0))));
      // Each failed re-check orders rework, unless the item had been called off meanwhile.
      failed.stream().skip(answered).forEach(lost -> crossings.add(of(cancelled.get(0), lost)));
    }
    return crossings;
  }

  /**
   * What called the problem off: the end of its item or, when the write-off came to dispatch before
   * it, the merge or hand-over that no item followed.
   */
  private static List<LedgerEntry> calledOff(List<LedgerEntry> entries) {
    return Stream.of(
            DispatchEvent.ItemCancelled.class,
            IntakeEvent.ProblemMerged.class,
            IntakeEvent.ProblemHandedOver.class)
        .flatMap(fact -> of(fact, entries).stream())
        .toList();
  }

  private static List<LedgerEntry> of(Class<? extends Event> fact, List<LedgerEntry> entries) {
    String kind = EventCatalogue.of(fact).name();
    return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
  }

  private static Crossing of(LedgerEntry won, LedgerEntry lost) {
    return new Crossing(
        won.kind(), won.occurredAt(), won.id(), lost.kind(), lost.occurredAt(), lost.id());
  }
}
