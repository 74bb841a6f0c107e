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
import org.bihuan.inspection.inspection.Inspections;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Carries inspections out, from the start to the conclusion. */
@ApplicationScoped
@Transactional
class FieldworkDesk {

  private final Inspections inspections;
  private final FindingDesk findings;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  FieldworkDesk(
      Inspections inspections, FindingDesk findings, Caller caller, IfMatch ifMatch, Clock clock) {
    this.inspections = inspections;
    this.findings = findings;
    this.caller = caller;
    this.ifMatch = ifMatch;
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
    Inspection inspection = inspections.ledBy(id, caller);
    ifMatch.check(inspection.version());
    Instant now = clock.instant();
    Finding finding =
        Finding.report(
            sent,
            inspection.id(),
            inspection.findAt(sent.stop(), now).sharedPlace(),
            caller.actor(),
            now);
    findings.file(finding, inspection.tier(), inspection.method());
    return finding;
  }

  private Inspection act(UUID id, BiConsumer<Inspection, Instant> step) {
    Inspection inspection = inspections.ledBy(id, caller);
    ifMatch.check(inspection.version());
    step.accept(inspection, clock.instant());
    inspections.flush();
    return inspection;
  }
}
