package org.bihuan.dispatch.history;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.RoutingReason;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;

/**
 * One step of an item as clients see it.
 *
 * @param sequence place in the history of the item, from 1
 * @param at when it happened
 * @param action what was done
 * @param from state before it, {@code null} for the first step of a life
 * @param to state it led to
 * @param actor role, unit and opaque subject of who did it, or the rule or timer that did
 * @param reason words given for it, or {@code null}
 * @param round number of failed re-checks so far
 * @param dueAt end of the limit that holds after it, or {@code null}
 * @param ruleVersion number of the SLA policy that the limit follows from, or the decision of a
 *     meeting that set it, or {@code null}
 * @param suspensionCause why the item is suspended after it, or {@code null} when it is not
 * @param reviewOn day by whose end a suspended item is looked at again, or {@code null}
 * @param why what settled which unit has the item, or {@code null} when that is not what was done
 */
public record HistoryEntryView(
    int sequence,
    @NotNull Instant at,
    @NotNull ItemAction action,
    ItemStatus from,
    @NotNull ItemStatus to,
    @NotNull Actor actor,
    @FreeText String reason,
    int round,
    Instant dueAt,
    String ruleVersion,
    SuspensionCause suspensionCause,
    LocalDate reviewOn,
    RoutingReason why) {

  static HistoryEntryView of(HistoryEntry entry) {
    return new HistoryEntryView(
        entry.sequence(),
        entry.at(),
        entry.action(),
        entry.from(),
        entry.to(),
        entry.actor(),
        entry.reason(),
        entry.round(),
        entry.dueAt(),
        entry.ruleVersion(),
        entry.suspensionCause(),
        entry.reviewOn(),
        entry.why() == null ? null : entry.why().published());
  }
}
