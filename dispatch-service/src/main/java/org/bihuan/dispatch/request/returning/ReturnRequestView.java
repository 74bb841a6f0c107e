package org.bihuan.dispatch.request.returning;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.request.RequestStatus;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.web.Versioned;

/**
 * A request to return an item, as clients see it.
 *
 * @param status WITHDRAWN when the unit took it back or the item was called off meanwhile
 * @param clauseCode duty clause that the unit names
 * @param suggestedUnit whose business it is in the unit's eyes, or {@code null}
 * @param rulingNeeded whether the suggested unit has once returned the item to this one: then
 *     {@code …/ruling} decides, and not {@code …/decision}
 * @param reason why it is not the unit's business
 * @param requestedBy who asked
 * @param requestedAt when
 * @param decidedBy who decided, withdrew it or let it lapse; {@code null} while it is open
 * @param decidedAt when; {@code null} while it is open
 * @param opinion the special team's words, or {@code null}
 * @param assignedUnit which unit got the item with an acceptance, or {@code null}
 * @param version for {@code If-Match}
 */
public record ReturnRequestView(
    @NotNull UUID id,
    @NotNull UUID itemId,
    @NotNull RequestStatus status,
    @NotNull String clauseCode,
    UnitName suggestedUnit,
    boolean rulingNeeded,
    @FreeText @NotNull String reason,
    @NotNull Actor requestedBy,
    @NotNull Instant requestedAt,
    Actor decidedBy,
    Instant decidedAt,
    @FreeText String opinion,
    UnitName assignedUnit,
    long version)
    implements Versioned {

  static ReturnRequestView of(ReturnRequest request) {
    return new ReturnRequestView(
        request.id(),
        request.itemId(),
        request.status(),
        request.clauseCode(),
        name(request.suggestedUnit()),
        request.isRulingNeeded(),
        request.reason(),
        request.requestedBy(),
        request.requestedAt(),
        request.decidedBy(),
        request.decidedAt(),
        request.opinion(),
        name(request.assignedUnit()),
        request.version());
  }

  private static UnitName name(AssignedUnit unit) {
    return unit == null ? null : unit.published();
  }
}
