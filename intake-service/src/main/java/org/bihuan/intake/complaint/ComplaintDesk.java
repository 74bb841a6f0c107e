package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.Unprocessable;

/** Takes complaints in and decides what becomes of them. */
@ApplicationScoped
@Transactional
public class ComplaintDesk {

  private final Complaints complaints;
  private final Problems problems;
  private final ComplaintIntake intake;
  private final ComplaintAccess access;
  private final Clock clock;

  ComplaintDesk(
      Complaints complaints,
      Problems problems,
      ComplaintIntake intake,
      ComplaintAccess access,
      Clock clock) {
    this.complaints = complaints;
    this.problems = problems;
    this.intake = intake;
    this.access = access;
    this.clock = clock;
  }

  /** A complaint that was taken in, and whether it was already there. */
  record Registered(Complaint complaint, boolean repeated) {}

  Registered register(NewComplaint sent) {
    Instant now = clock.instant();
    access.admit(sent, now);
    Optional<Complaint> before =
        sent.sourceRef() == null
            ? Optional.empty()
            : complaints.alreadySent(sent.channel(), sent.sourceRef());
    return before
        .map(complaint -> new Registered(complaint, true))
        .orElseGet(() -> new Registered(intake.take(sent, access.actor(), now), false));
  }

  /**
   * A finding of an inspection becomes a problem like any other; the same finding told twice stays
   * one.
   */
  public void registerFinding(FindingReported finding, UUID eventId) {
    if (problems.ofFinding(finding.findingId()).isEmpty()) {
      intake.take(finding, clock.instant());
    }
  }

  Page<Complaint> page(ComplaintFilter filter) {
    return complaints.page(filter.narrow(access.visible()), filter);
  }

  Complaint read(UUID id) {
    return complaints
        .visible(id, access.visible())
        .orElseThrow(() -> new NotFound("complaint-not-found", id));
  }

  Complaint file(UUID id, Filing request) {
    Complaint complaint = toActOn(id);
    Category category = access.category(request.categoryCode(), complaint.categoryCode());
    intake.file(
        complaint,
        category,
        request.deadlineClass(),
        request.title(),
        access.actor(),
        clock.instant());
    return complaint;
  }

  Complaint merge(UUID id, UUID problemId) {
    Complaint complaint = toActOn(id);
    Problem problem =
        problems
            .findByIdOptional(problemId)
            .orElseThrow(() -> new Unprocessable("problem-to-merge-not-found", problemId));
    intake.merge(complaint, problem, access.actor(), clock.instant());
    return complaint;
  }

  Complaint reject(UUID id, String reason) {
    Complaint complaint = toActOn(id);
    complaint.reject(reason);
    intake.tellRejected(complaint, access.actor(), clock.instant());
    return complaint;
  }

  Complaint withdraw(UUID id) {
    Complaint complaint = toActOn(id);
    complaint.withdraw();
    intake.tellWithdrawn(complaint, access.actor(), clock.instant());
    return complaint;
  }

  private Complaint toActOn(UUID id) {
    Complaint complaint = read(id);
    access.checkVersion(complaint.version());
    return complaint;
  }
}
