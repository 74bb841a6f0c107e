package org.bihuan.inspection.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.FindingDecided;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/** Settles what is done about findings, as a round table decided it. */
@ApplicationScoped
@Transactional
public class DecisionDesk {

  private final Findings findings;
  private final Units units;
  private final Outbox outbox;

  DecisionDesk(Findings findings, Units units, Outbox outbox) {
    this.findings = findings;
    this.units = units;
    this.outbox = outbox;
  }

  /**
   * Keeps what the round table {@code roundtableId} decided about findings of an inspection, and
   * tells it: dispatch may act on who is to answer.
   *
   * @param heldAt no decision falls due before the day of it
   * @throws Invalid naming the first finding or unit that is not known, a finding named twice, or a
   *     day too early
   * @throws org.bihuan.kit.refusal.Conflict {@code finding-decided} when one was decided before
   */
  public void settle(
      UUID inspectionId,
      UUID roundtableId,
      Instant heldAt,
      List<NewDecision> decisions,
      Actor by,
      Instant now) {
    Set<UUID> seen = new HashSet<>();
    LocalDate earliest = DistrictTime.day(heldAt);
    for (int i = 0; i < decisions.size(); i++) {
      NewDecision wanted = decisions.get(i);
      String field = "decisions[" + i + "]";
      Finding finding = meant(inspectionId, wanted, field);
      if (!seen.add(finding.id())) {
        throw new Invalid(field, "duplicate");
      }
      if (wanted.dueOn().isBefore(earliest)) {
        throw new Invalid(field + ".dueOn", "due-before-roundtable");
      }
      UnitName unit = unit(wanted, field);
      finding.settle(
          new Decision(roundtableId, wanted.text(), unit.code(), unit.name(), wanted.dueOn(), now));
      announce(finding, by, now);
    }
    findings.flush();
  }

  /** How many findings of an inspection no round table has decided about. */
  public long undecided(UUID inspectionId) {
    return findings.undecided(inspectionId);
  }

  private Finding meant(UUID inspectionId, NewDecision wanted, String field) {
    if ((wanted.findingId() == null) == (wanted.problemId() == null)) {
      throw new Invalid(field, "finding-or-problem");
    }
    boolean byFinding = wanted.findingId() != null;
    UUID id = byFinding ? wanted.findingId() : wanted.problemId();
    return findings
        .ofInspection(inspectionId, id)
        .filter(finding -> byFinding == finding.id().equals(id))
        .orElseThrow(
            () ->
                new Invalid(field + (byFinding ? ".findingId" : ".problemId"), "unknown-finding"));
  }

  private UnitName unit(NewDecision wanted, String field) {
    return units
        .named(wanted.responsibleUnitCode())
        .orElseThrow(() -> new Invalid(field + ".responsibleUnitCode", units.fault()));
  }

  private void announce(Finding finding, Actor by, Instant now) {
    Decision decision = finding.decision();
    outbox.announce(
        new FindingDecided(
            finding.id(),
            finding.inspectionId(),
            decision.roundtableId(),
            finding.problemId(),
            decision.text(),
            decision.unit(),
            decision.dueOn(),
            now,
            by));
  }
}
