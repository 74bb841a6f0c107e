package org.bihuan.inspection.accountability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.MayBeNull;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.accountability.facts.Basis;
import org.bihuan.inspection.accountability.facts.EvidencePack;
import org.bihuan.kit.web.Versioned;

/**
 * A case as a caller sees it.
 *
 * @param level C1, C2 or C3
 * @param subjectUnit the unit it is about, as it was called when it was proposed
 * @param problemId the problem that all of its basis is about; {@code null} when that is several
 * @param itemId the item whose re-checks the system counted; {@code null} when proposed by hand
 * @param basis the facts it rests on
 * @param suggestion what was suggested; {@code null} when nothing was
 * @param proposedAt when it was proposed
 * @param proposedBy who proposed it; role SYSTEM and the rule when the system did
 * @param decidedAt when it was decided; {@code null} until then
 * @param decidedBy the named person who decided it; {@code null} until then
 * @param decisionReason why it was decided so; {@code null} until then
 * @param servedAt when it was handed to its unit; {@code null} until then
 * @param servedBy who had it served; {@code null} until then
 * @param evidence what is known about the items it rests on, at this moment, and for who works for
 *     the unit at the service; {@code null} in a list. The history of the order is in dispatch,
 *     under the {@code itemId} of a round, complaints and timeline in intake, under its {@code
 *     problemId}
 * @param allowedActions what the caller may do next
 * @param version for {@code ETag} and {@code If-Match}
 */
public record CaseView(
    @NotNull UUID id,
    @NotNull ConductLevel level,
    @NotNull CaseStatus status,
    @NotNull UnitName subjectUnit,
    UUID problemId,
    UUID itemId,
    @NotNull List<Basis> basis,
    @FreeText String suggestion,
    @NotNull Instant proposedAt,
    @NotNull Actor proposedBy,
    Instant decidedAt,
    Actor decidedBy,
    @FreeText String decisionReason,
    Instant servedAt,
    Actor servedBy,
    @MayBeNull EvidencePack evidence,
    @NotNull List<CaseAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  static CaseView of(AccountabilityCase shown, List<CaseAction> actions, EvidencePack evidence) {
    return new CaseView(
        shown.id(),
        shown.level(),
        shown.status(),
        shown.subjectUnit(),
        shown.problemId(),
        shown.itemId(),
        shown.basis(),
        shown.suggestion(),
        shown.proposedAt(),
        shown.proposedBy(),
        shown.decidedAt(),
        shown.decidedBy(),
        shown.decisionReason(),
        shown.servedAt(),
        shown.servedBy(),
        evidence,
        actions,
        shown.version());
  }
}
