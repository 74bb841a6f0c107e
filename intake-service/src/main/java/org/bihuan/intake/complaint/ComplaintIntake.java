package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.IntakeEvent;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ComplaintRegistered;
import org.bihuan.contract.IntakeEvent.ComplaintRejected;
import org.bihuan.contract.IntakeEvent.ComplaintWithdrawn;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.intake.serial.Serials;
import org.bihuan.kit.outbox.Outbox;

/**
 * The steps by which a complaint is taken in and becomes a problem, each told to ledger and outbox.
 */
@ApplicationScoped
class ComplaintIntake {

  private final Complaints complaints;
  private final Problems problems;
  private final ComplaintPolicy policy;
  private final Categories categories;
  private final ReporterVault vault;
  private final Serials serials;
  private final Facts facts;

  ComplaintIntake(
      Complaints complaints,
      Problems problems,
      ComplaintPolicy policy,
      Categories categories,
      ReporterVault vault,
      Serials serials,
      Facts facts) {
    this.complaints = complaints;
    this.problems = problems;
    this.policy = policy;
    this.categories = categories;
    this.vault = vault;
    this.serials = serials;
    this.facts = facts;
  }

  /** Registers a complaint, and files it when its category is filed without anyone's hand. */
  Complaint take(NewComplaint sent, Actor actor, Instant now) {
    Site site = Site.of(sent.location(), policy.subdistrict(sent.location()));
    Complaint complaint =
        Complaint.register(
            sent,
            policy.sourceKind(sent),
            category(sent),
            site,
            vault.lock(sent.reporter()),
            serials.complaint(now),
            now);
    register(complaint, actor, now);
    Category category = categories.active(complaint.categoryCode()).orElseThrow();
    if (category.isFiledAutomatically()) {
      file(complaint, null, category, null, null, Actor.system("automatic-filing"), now);
    }
    return complaint;
  }

  /** Registers what an inspection found and files it: nobody has to look at it twice. */
  void take(FindingReported finding, Instant now) {
    NewComplaint sent =
        new NewComplaint(
            Channels.SPECIAL_TEAM_DESK,
            finding.findingId().toString(),
            SourceKind.INSPECTION_FINDING,
            finding.title(),
            finding.description(),
            finding.categoryCode(),
            finding.occurredAt(),
            null,
            null,
            null);
    Complaint complaint =
        Complaint.register(
            sent,
            SourceKind.INSPECTION_FINDING,
            category(sent),
            Site.of(finding.place()),
            vault.lock(null),
            serials.complaint(now),
            now);
    register(complaint, finding.actor(), now);
    Category category = categories.active(complaint.categoryCode()).orElseThrow();
    file(complaint, finding.findingId(), category, null, null, finding.actor(), now);
  }

  /** Files a complaint as a problem; what is {@code null} follows from category and complaint. */
  void file(
      Complaint complaint,
      Category category,
      DeadlineClass deadlineClass,
      String title,
      Actor actor,
      Instant now) {
    file(complaint, null, category, deadlineClass, title, actor, now);
  }

  /** Joins a complaint to a problem that is already tracked. */
  void merge(Complaint complaint, Problem problem, Actor actor, Instant now) {
    complaint.mergeInto(problem);
    facts.tell(
        new ComplaintMerged(problem.id(), complaint.id(), complaint.channel(), now, actor),
        problem.id(),
        complaint.id(),
        now,
        actor);
  }

  void tellRejected(Complaint complaint, Actor actor, Instant now) {
    facts.tell(new ComplaintRejected(complaint.id(), now, actor), null, complaint.id(), now, actor);
  }

  void tellWithdrawn(Complaint complaint, Actor actor, Instant now) {
    facts.tell(
        new ComplaintWithdrawn(complaint.id(), now, actor), null, complaint.id(), now, actor);
  }

  private void register(Complaint complaint, Actor actor, Instant now) {
    complaints.persist(complaint);
    facts.tell(
        new ComplaintRegistered(
            complaint.id(),
            complaint.serial(),
            complaint.channel(),
            complaint.sourceKind(),
            complaint.categoryCode(),
            complaint.site().place().subdistrictCode(),
            now,
            actor),
        null,
        complaint.id(),
        now,
        actor);
  }

  private void file(
      Complaint complaint,
      UUID findingId,
      Category category,
      DeadlineClass deadlineClass,
      String title,
      Actor actor,
      Instant now) {
    Problem problem =
        Problem.file(
            new Problem.Filing(
                serials.problem(now),
                shareable(complaint, title == null ? complaint.headline() : title),
                shareable(complaint, complaint.text()),
                category.code(),
                deadlineClass == null ? category.deadlineClass() : deadlineClass,
                complaint.sourceKind(),
                findingId,
                complaint.site().place()),
            now);
    problems.persist(problem);
    complaint.file(problem);
    facts.tell(filed(problem, complaint, actor), problem.id(), complaint.id(), now, actor);
  }

  private static ProblemFiled filed(Problem problem, Complaint complaint, Actor actor) {
    return new ProblemFiled(
        problem.id(),
        problem.serial(),
        complaint.id(),
        problem.findingId(),
        problem.title(),
        problem.description(),
        problem.sourceKind(),
        problem.categoryCode(),
        problem.deadlineClass(),
        problem.place(),
        problem.filedAt(),
        actor);
  }

  /**
   * Units see the problem, not the person: numbers and the reporter's name do not leave this
   * service.
   */
  private String shareable(Complaint complaint, String text) {
    return Masking.text(text, vault.inFull(complaint.reporter()).name());
  }

  private CategorySuggestion category(NewComplaint sent) {
    if (sent.categoryCode() != null) {
      return new CategorySuggestion(sent.categoryCode(), 1);
    }
    String subject = sent.subject() == null ? "" : sent.subject() + " ";
    return CategorySuggestion.forText(subject + sent.text(), categories.ordered());
  }

  /** Tells a fact to the ledger and, in the same transaction, to the other services. */
  @ApplicationScoped
  static class Facts {

    private final Ledger ledger;
    private final Outbox outbox;

    Facts(Ledger ledger, Outbox outbox) {
      this.ledger = ledger;
      this.outbox = outbox;
    }

    void tell(IntakeEvent fact, UUID problemId, UUID complaintId, Instant now, Actor actor) {
      ledger.enter(fact, outbox.announce(fact), problemId, complaintId, now, actor);
    }
  }
}
