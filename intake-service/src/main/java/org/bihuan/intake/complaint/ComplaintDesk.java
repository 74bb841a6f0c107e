package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ComplaintRejected;
import org.bihuan.contract.IntakeEvent.ComplaintWithdrawn;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.serial.Serials;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Unprocessable;

/** Shows complaints and decides about those that wait. */
@ApplicationScoped
@Transactional
class ComplaintDesk {

  private final ComplaintReading reading;
  private final Problems problems;
  private final Categories categories;
  private final ProblemFiling filing;
  private final Serials serials;
  private final Ledger ledger;
  private final Clock clock;

  ComplaintDesk(
      ComplaintReading reading,
      Problems problems,
      Categories categories,
      ProblemFiling filing,
      Serials serials,
      Ledger ledger,
      Clock clock) {
    this.reading = reading;
    this.problems = problems;
    this.categories = categories;
    this.filing = filing;
    this.serials = serials;
    this.ledger = ledger;
    this.clock = clock;
  }

  Page<ComplaintView> page(ComplaintFilter filter) {
    return reading.page(filter).map(reading::view);
  }

  ComplaintReading.Versioned read(UUID id) {
    return reading.versioned(reading.visible(id));
  }

  ComplaintReading.Versioned file(
      UUID id, String categoryCode, DeadlineClass deadlineClass, String title) {
    Complaint complaint = reading.toActOn(id);
    Category category =
        categories
            .active(categoryCode == null ? complaint.categoryCode() : categoryCode)
            .orElseThrow(() -> new Invalid("categoryCode", "unknown-category"));
    Instant now = clock.instant();
    filing.file(
        complaint,
        new ProblemFiling.Choice(category, deadlineClass, title, null),
        serials.problems(1, now).next(),
        reading.actor(),
        now);
    return reading.versioned(complaint);
  }

  ComplaintReading.Versioned merge(UUID id, UUID problemId) {
    Complaint complaint = reading.toActOn(id);
    Problem problem =
        problems
            .findByIdOptional(problemId)
            .orElseThrow(() -> new Unprocessable("problem-to-merge-not-found", problemId));
    complaint.mergeInto(problem);
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(
        new ComplaintMerged(problemId, id, complaint.channel(), now, actor),
        problemId,
        id,
        now,
        actor);
    return reading.versioned(complaint);
  }

  ComplaintReading.Versioned reject(UUID id, String reason) {
    Complaint complaint = reading.toActOn(id);
    complaint.reject(reason);
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(new ComplaintRejected(id, now, actor), null, id, now, actor);
    return reading.versioned(complaint);
  }

  ComplaintReading.Versioned withdraw(UUID id) {
    Complaint complaint = reading.toActOn(id);
    complaint.withdraw();
    Instant now = clock.instant();
    Actor actor = reading.actor();
    ledger.announce(new ComplaintWithdrawn(id, now, actor), null, id, now, actor);
    return reading.versioned(complaint);
  }
}
