package org.bihuan.intake.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.ComplaintCorrected;
import org.bihuan.contract.IntakeEvent.ComplaintHandedOver;
import org.bihuan.contract.IntakeEvent.ComplaintRejected;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.intake.complaint.Handover;
import org.bihuan.intake.complaint.ProblemFiling;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.problem.Problem;

/**
 * The special team's desk: decides about complaints that wait, and puts right what was filed or
 * merged. Nothing joins or leaves a problem that has ended.
 */
@ApplicationScoped
@Transactional
class TriageDesk {

  private final ComplaintReading reading;
  private final TriageReferences references;
  private final ProblemFiling filing;
  private final ProblemChanges problems;
  private final Ledger ledger;
  private final Clock clock;

  TriageDesk(
      ComplaintReading reading,
      TriageReferences references,
      ProblemFiling filing,
      ProblemChanges problems,
      Ledger ledger,
      Clock clock) {
    this.reading = reading;
    this.references = references;
    this.filing = filing;
    this.problems = problems;
    this.ledger = ledger;
    this.clock = clock;
  }

  ComplaintView file(UUID id, Filing decision) {
    Complaint complaint = reading.toActOn(id);
    Category category = references.category(decision.categoryCode(), complaint);
    complaint.settlePlace();
    filing.file(
        complaint,
        ProblemFiling.Choice.of(category, decision.deadlineClass(), decision.title()),
        reading.actor(),
        clock.instant());
    return reading.full(complaint);
  }

  /** A filed complaint brings its problem along: that ends as merged, with all its complaints. */
  ComplaintView merge(UUID id, UUID problemId) {
    Complaint complaint = reading.toActOn(id);
    problems.hold(complaint, problemId);
    Problem own = problems.held(complaint);
    Problem tracked = problems.target(problemId);
    Instant now = clock.instant();
    if (own == null) {
      filing.join(complaint, tracked, reading.actor(), now);
    } else {
      problems.merge(complaint, own, tracked, reading.actor(), now);
    }
    return reading.full(complaint);
  }

  ComplaintView split(UUID id) {
    Complaint complaint = reading.toActOn(id);
    Problem left = problems.held(complaint);
    complaint.refuseSplit();
    problems.refuseLoss(left);
    complaint.settlePlace();
    problems.split(complaint, references.own(complaint), reading.actor(), clock.instant());
    return reading.full(complaint);
  }

  ComplaintView correct(UUID id, Correction correction) {
    Complaint complaint = reading.toChange(id);
    Category category = references.corrected(correction.categoryCode(), complaint);
    Site site = references.site(correction, complaint.site());
    Problem problem = problems.held(complaint);
    complaint.correct(category.code(), site);
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(
        new ComplaintCorrected(id, category.code(), site.place().subdistrictCode(), now, actor),
        null,
        id,
        now,
        actor);
    if (problem != null) {
      problems.correct(
          problem, category, reading.maskedPlace(complaint), site.placing(), actor, now);
    }
    return reading.full(complaint);
  }

  /** A problem of which it was the only complaint ends with it. */
  ComplaintView handOver(UUID id, Handover handover) {
    Complaint complaint = reading.toActOn(id);
    references.body(handover.bodyCode());
    Problem problem = problems.held(complaint);
    complaint.handOver(handover);
    Instant now = clock.instant();
    Actor actor = reading.actor();
    UUID problemId = problem == null ? null : problem.id();
    ledger.announce(
        new ComplaintHandedOver(id, problemId, handover.bodyCode(), now, actor),
        problemId,
        id,
        now,
        actor);
    if (problem != null) {
      problems.release(problem, complaint, handover.bodyCode(), actor, now);
    }
    return reading.full(complaint);
  }

  ComplaintView reject(UUID id, String reason) {
    Complaint complaint = reading.toActOn(id);
    complaint.reject(reason);
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(new ComplaintRejected(id, now, actor), null, id, now, actor);
    return reading.full(complaint);
  }
}
