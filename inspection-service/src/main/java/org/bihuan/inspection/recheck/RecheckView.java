package org.bihuan.inspection.recheck;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.MayBeNull;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.evidence.WaiverView;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Versioned;

/**
 * A re-check as a caller sees it.
 *
 * @param kind AFTER_REPLY decides about the write-off; LOOK_BACK sees later whether it lasts;
 *     FEEDBACK follows from a reporter who says that it is not solved
 * @param outcome what was found, or {@code null} as long as it is not done
 * @param round number of failed re-checks of the item before this one
 * @param repliedAt when the reply was given that is looked at
 * @param acceptedAt when that reply was accepted
 * @param advisedFrom an outcome before it counts, and is marked {@code beforeAdvisedTime}
 * @param overdue whether it was or is late for {@code dueAt}
 * @param lotId the lot it is or was in, of which a sample alone is visited; {@code null} for most
 * @param drawn whether it is in the sample of its lot
 * @param held whether it waits for what the visits to the sample find
 * @param notSolved how many reporters say that it is not solved; 0 unless it is of kind FEEDBACK
 * @param inspectors those named for it; empty when any inspector may take it
 * @param arrivedAt when the inspector came to the spot, or {@code null} when not told
 * @param position where the inspector stood, WGS-84 and as sent; {@code null} when not told
 * @param distance metres from the place to where the inspector stood; {@code null} when either is
 *     not known
 * @param far whether that is far; the outcome counts all the same
 * @param doneAt when the outcome was given, or {@code null}
 * @param doneBy who gave the outcome, or {@code null}
 * @param beforeAdvisedTime whether it was done earlier than advised, or {@code null} as long as it
 *     is not done
 * @param requiredEvidence what it cannot pass without unless it is waived, by the rules of its
 *     category when it was planned
 * @param missingEvidence what its category asks for, required or advised, and was not given; {@code
 *     null} unless it has passed after a visit
 * @param waivers evidence that the special team waived in advance
 * @param allowedActions what the caller may do next
 * @param version for {@code ETag} and {@code If-Match}
 */
public record RecheckView(
    @NotNull UUID id,
    @NotNull RecheckStatus status,
    @NotNull RecheckKind kind,
    RecheckOutcome outcome,
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    @NotNull UUID itemId,
    int round,
    @FreeText @NotNull String title,
    String categoryCode,
    DeadlineClass deadlineClass,
    Place place,
    UnitName leadUnit,
    @FreeText String standingDemand,
    Instant repliedAt,
    Instant acceptedAt,
    Instant advisedFrom,
    Instant dueAt,
    boolean overdue,
    UUID lotId,
    boolean drawn,
    boolean held,
    int notSolved,
    List<Inspector> inspectors,
    @FreeText String note,
    List<UUID> attachmentIds,
    Instant arrivedAt,
    Position position,
    Integer distance,
    Boolean far,
    Instant doneAt,
    Actor doneBy,
    Boolean beforeAdvisedTime,
    @NotNull List<Evidence> requiredEvidence,
    @MayBeNull List<Evidence> missingEvidence,
    @NotNull List<WaiverView> waivers,
    List<RecheckAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  /** The re-check as {@code caller} sees it at {@code now}. */
  public static RecheckView of(Recheck recheck, Caller caller, Instant now) {
    return new RecheckView(
        recheck.id(),
        recheck.status(),
        recheck.kind(),
        recheck.given().outcome(),
        recheck.item().problemId(),
        recheck.item().problemSerial(),
        recheck.item().itemId(),
        recheck.item().round(),
        recheck.item().title(),
        recheck.item().categoryCode(),
        recheck.item().deadlineClass(),
        recheck.place(),
        recheck.fixing().leadUnit(),
        recheck.fixing().standingDemand(),
        recheck.fixing().repliedAt(),
        recheck.fixing().acceptedAt(),
        recheck.advisedFrom(),
        recheck.dueAt(),
        recheck.isOverdue(now),
        recheck.lot().lotId(),
        recheck.lot().isDrawn(),
        recheck.lot().isHeld(),
        recheck.doubt().askedBy().size(),
        recheck.inspectors(),
        recheck.given().note(),
        recheck.given().attachmentIds(),
        recheck.given().arrivedAt(),
        recheck.given().position(),
        recheck.given().distance(),
        recheck.given().far(),
        recheck.given().doneAt(),
        recheck.given().doneBy(),
        recheck.isBeforeAdvisedTime(),
        recheck.evidence().required(),
        recheck.evidence().missing(),
        recheck.evidence().waivers(),
        caller.allowed(recheck.actionsFor(caller.actor(), Oversight.mayJudge(caller))),
        recheck.version());
  }
}
