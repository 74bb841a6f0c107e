package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.ReporterVault;

/** Makes a complaint a problem of its own (立案), by hand or by rule. */
@ApplicationScoped
public class ProblemFiling {

  private final Problems problems;
  private final ReporterVault vault;
  private final Ledger ledger;

  ProblemFiling(Problems problems, ReporterVault vault, Ledger ledger) {
    this.problems = problems;
    this.vault = vault;
    this.ledger = ledger;
  }

  /**
   * What the filing adds to the complaint.
   *
   * @param deadlineClass the category's when {@code null}
   * @param title the complaint's headline when {@code null}
   * @param findingId the inspection finding it came from, or {@code null}
   */
  public record Choice(
      Category category, DeadlineClass deadlineClass, String title, UUID findingId) {

    /** Everything follows from the category. */
    public static Choice of(Category category, UUID findingId) {
      return new Choice(category, null, null, findingId);
    }
  }

  /**
   * Files the complaint, in the transaction of the caller.
   *
   * @param serial number of the problem
   */
  public void file(Complaint complaint, Choice choice, String serial, Actor actor, Instant now) {
    Problem problem = Problem.file(filing(complaint, choice, serial), now);
    problems.persist(problem);
    complaint.file(problem);
    ledger.announce(filed(problem, complaint, actor), problem.id(), complaint.id(), now, actor);
  }

  private Problem.Filing filing(Complaint complaint, Choice choice, String serial) {
    // Units see the problem, not the person: numbers and the reporter's name do not leave this
    // service.
    String reporter = vault.inFull(complaint.id(), complaint.reporter()).name();
    String title = choice.title() == null ? complaint.headline() : choice.title();
    return new Problem.Filing(
        serial,
        Masking.text(title, reporter),
        Masking.text(complaint.text(), reporter),
        choice.category().code(),
        choice.deadlineClass() == null ? choice.category().deadlineClass() : choice.deadlineClass(),
        complaint.sourceKind(),
        choice.findingId(),
        complaint.site().place());
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
}
