package org.bihuan.inspection.accountability.facts;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.bihuan.inspection.card.CardView;

/**
 * What is known about the items that a case rests on, as far as its unit was involved, at the
 * moment of reading. For whoever works for the unit it is what was served.
 *
 * @param rounds their re-checks that were done, in the order in which that was; for the unit those
 *     up to the service
 * @param cards cards of the unit about them, the first one first; none for the unit, which sees
 *     none anywhere
 */
public record EvidencePack(@NotNull List<CheckedRound> rounds, @NotNull List<CardView> cards) {

  /** As its unit reads it: what came later could tell of a matter that is not served. */
  public EvidencePack asServed(Instant servedAt) {
    return new EvidencePack(
        rounds.stream().filter(round -> !round.doneAt().isAfter(servedAt)).toList(), List.of());
  }
}
