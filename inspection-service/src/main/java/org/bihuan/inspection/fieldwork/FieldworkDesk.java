package org.bihuan.inspection.fieldwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bihuan.inspection.finding.Finding;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.finding.NewFinding;
import org.bihuan.inspection.inspection.Inspection;
import org.bihuan.inspection.inspection.InspectionAccess;
import org.bihuan.inspection.inspection.Inspections;

/** Carries inspections out, from the start to the conclusion. */
@ApplicationScoped
@Transactional
class FieldworkDesk {

  private final InspectionAccess access;
  private final Inspections inspections;
  private final FindingDesk findings;
  private final Clock clock;

  FieldworkDesk(
      InspectionAccess access, Inspections inspections, FindingDesk findings, Clock clock) {
    this.access = access;
    this.inspections = inspections;
    this.findings = findings;
    this.clock = clock;
  }

  Inspection start(UUID id) {
    return act(id, Inspection::start);
  }

  Inspection visit(UUID id, int stop, Visit visit) {
    return act(
        id, (inspection, now) -> inspection.visit(stop, visit.arrivedAt(), visit.note(), now));
  }

  Inspection skip(UUID id, int stop, String reason) {
    return act(id, (inspection, now) -> inspection.skip(stop, reason));
  }

  Inspection conclude(UUID id, Conclusion conclusion) {
    return act(id, (inspection, now) -> inspection.conclude(conclusion.summary(), now));
  }

  Finding report(UUID id, NewFinding sent) {
    Inspection inspection = access.toActOn(id);
    Instant now = clock.instant();
    Finding finding =
        Finding.report(
            sent,
            inspection.id(),
            inspection.findAt(sent.stop(), now).sharedPlace(),
            access.actor(inspection.tier()),
            now);
    findings.file(finding, inspection.tier(), inspection.method());
    return finding;
  }

  private Inspection act(UUID id, BiConsumer<Inspection, Instant> step) {
    Inspection inspection = access.toActOn(id);
    step.accept(inspection, clock.instant());
    inspections.flush();
    return inspection;
  }
}
