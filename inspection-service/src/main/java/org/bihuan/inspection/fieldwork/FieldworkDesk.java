package org.bihuan.inspection.fieldwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.finding.Finding;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.finding.NewFinding;
import org.bihuan.inspection.inspection.Inspection;
import org.bihuan.inspection.inspection.InspectionAccess;
import org.bihuan.inspection.inspection.InspectionReading;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.inspection.onsite.Arrival;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.inspection.reference.Districts;

/** Carries inspections out, from the start until all stops are settled. */
@ApplicationScoped
@Transactional
class FieldworkDesk {

  private final InspectionAccess access;
  private final InspectionReading reading;
  private final FindingDesk findings;
  private final Districts districts;
  private final Clock clock;

  FieldworkDesk(
      InspectionAccess access,
      InspectionReading reading,
      FindingDesk findings,
      Districts districts,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.findings = findings;
    this.districts = districts;
    this.clock = clock;
  }

  InspectionView start(UUID id) {
    return act(id, Inspection::start);
  }

  InspectionView visit(UUID id, int stop, Visit visit) {
    Position sent = Position.of(visit);
    Position position = sent == null ? null : sent.checkedBy(districts.bounds());
    return act(
        id,
        (inspection, by, now) ->
            inspection.visit(stop, visit.arrivedAt(), position, visit.note(), by, now));
  }

  InspectionView skip(UUID id, int stop, String reason) {
    return act(id, (inspection, by, now) -> inspection.skip(stop, reason, by, now));
  }

  FindingView report(UUID id, NewFinding sent) {
    Inspection inspection = access.toActOn(id);
    Instant now = clock.instant();
    Actor by = access.actor(inspection.tier());
    Instant foundAt =
        Arrival.kept("foundAt", sent.foundAt(), inspection.startedAt(), "found-before-start", now);
    Finding finding =
        Finding.report(
            sent,
            inspection.id(),
            inspection.findAt(sent.stop(), foundAt, by, now).sharedPlace(),
            foundAt,
            by,
            now);
    findings.file(finding, inspection.tier(), inspection.method());
    return FindingView.of(finding);
  }

  private interface Step {
    void take(Inspection inspection, Actor by, Instant now);
  }

  private InspectionView act(UUID id, Step step) {
    Inspection inspection = access.toActOn(id);
    step.take(inspection, access.actor(inspection.tier()), clock.instant());
    return reading.full(inspection);
  }
}
