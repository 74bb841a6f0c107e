package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ComplaintMerged;
import org.bihuan.contract.IntakeEvent.ComplaintSplit;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.intake.serial.Serials;

/** Makes a complaint a problem of its own (立案) or joins it to one (并案), by hand or by rule. */
@ApplicationScoped
public class ProblemFiling {

  private final Complaints complaints;
  private final Problems problems;
  private final ReporterVault vault;
  private final Serials serials;
  private final Ledger ledger;

  ProblemFiling(
      Complaints complaints,
      Problems problems,
      ReporterVault vault,
      Serials serials,
      Ledger ledger) {
    this.complaints = complaints;
    this.problems = problems;
    this.vault = vault;
    this.serials = serials;
    this.ledger = ledger;
  }

  /**
   * What the filing adds to the complaint.
   *
   * @param deadlineClass the category's when {@code null}
   * @param title the complaint's headline when {@code null}
   * @param findingId the inspection finding it came from, or {@code null}
   * @param relapseOf the problem that has come back, or {@code null}
   */
  public record Choice(
      Category category,
      DeadlineClass deadlineClass,
      String title,
      UUID findingId,
      UUID relapseOf) {

    /** Everything follows from the category. */
    public static Choice of(Category category) {
      return of(category, null, null);
    }

    /** The same but for what is said here; {@code null} says nothing. */
    public static Choice of(Category category, DeadlineClass deadlineClass, String title) {
      return new Choice(category, deadlineClass, title, null, null);
    }

    /** What an inspection found. */
    public static Choice ofFinding(Category category, UUID findingId) {
      return new Choice(category, null, null, findingId, null);
    }

    /** What another problem came from, which has given that up. */
    public static Choice withOriginOf(Problem former, Category category) {
      return new Choice(category, null, null, former.findingId(), former.relapseOf());
    }

    /** A problem that was written off and has come back. */
    public static Choice ofRelapse(Category category, UUID problemId) {
      return new Choice(category, null, null, null, problemId);
    }
  }

  /**
   * Makes a new complaint a problem, in the transaction of the caller; {@link #store} stores both.
   *
   * @param serial number of the problem
   */
  public void open(Complaint complaint, Choice choice, String serial, Actor actor, Instant now) {
    Problem own = Problem.file(filing(complaint, choice, serial), now);
    complaint.file(own);
    tell(own, complaint, actor, now);
  }

  /** Files the complaint with the next number of problems, in the transaction of the caller. */
  public void file(Complaint complaint, Choice choice, Actor actor, Instant now) {
    open(complaint, choice, serials.problems(1, now).next(), actor, now);
    problems.persist(complaint.problem().orElseThrow());
  }

  /** Stores new complaints, and before them the problems that some of them have become. */
  public void store(List<Complaint> registered) {
    problems.insert(
        registered.stream()
            .filter(complaint -> complaint.status() == ComplaintStatus.FILED)
            .map(complaint -> complaint.problem().orElseThrow())
            .toList());
    complaints.insert(registered);
  }

  /** Joins the complaint to a problem, in the transaction of the caller. */
  public void join(Complaint complaint, Problem tracked, Actor actor, Instant now) {
    tracked.refuseEnded();
    complaint.mergeInto(tracked);
    ledger.announce(
        new ComplaintMerged(
            tracked.id(),
            complaint.id(),
            complaint.channel(),
            complaint.sourceKind(),
            complaint.receivedAt(),
            now,
            actor),
        tracked.id(),
        complaint.id(),
        now,
        actor);
  }

  /** Splits a merged complaint off into a problem of its own, in the transaction of the caller. */
  public void split(Complaint complaint, Choice choice, Actor actor, Instant now) {
    UUID left = complaint.problem().map(Problem::id).orElse(null);
    Problem own = Problem.file(filing(complaint, choice, serials.problems(1, now).next()), now);
    complaint.split(own);
    ledger.announce(
        new ComplaintSplit(left, complaint.id(), now, actor), left, complaint.id(), now, actor);
    problems.persist(own);
    tell(own, complaint, actor, now);
  }

  private void tell(Problem problem, Complaint complaint, Actor actor, Instant now) {
    ledger.announce(filed(problem, complaint, actor), problem.id(), complaint.id(), now, actor);
  }

  private Problem.Filing filing(Complaint complaint, Choice choice, String serial) {
    // Units see the problem, not the person: numbers and the reporter's name do not leave this
    // service.
    NewReporter reporter = vault.unlocked(complaint.id(), complaint.reporter());
    String title = Masking.text(choice.title(), reporter);
    return new Problem.Filing(
        serial,
        title == null ? headline(complaint, reporter) : title,
        Masking.text(complaint.text(), reporter),
        choice.category().code(),
        choice.deadlineClass() == null ? choice.category().deadlineClass() : choice.deadlineClass(),
        complaint.sourceKind(),
        choice.findingId(),
        choice.relapseOf(),
        complaint.site().place(text -> Masking.text(text, reporter)),
        complaint.site().placing());
  }

  /** Masked before the line is cut: half a number would not be recognised. */
  private static String headline(Complaint complaint, NewReporter reporter) {
    return Headline.of(
        Masking.text(complaint.subject(), reporter), Masking.text(complaint.text(), reporter));
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
        complaint.receivedAt(),
        problem.filedAt(),
        actor);
  }
}
