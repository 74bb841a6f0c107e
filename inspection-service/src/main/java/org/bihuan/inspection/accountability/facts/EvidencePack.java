package org.bihuan.inspection.accountability.facts;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.inspection.card.CardView;

/**
 * What is known about the items that a case rests on, as far as its unit was involved, at the
 * moment of reading.
 *
 * @param rounds their re-checks that were done, in the order in which that was
 * @param cards cards of the unit about them, the first one first
 */
public record EvidencePack(@NotNull List<CheckedRound> rounds, @NotNull List<CardView> cards) {}
