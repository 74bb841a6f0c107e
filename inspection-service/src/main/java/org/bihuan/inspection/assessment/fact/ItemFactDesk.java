package org.bihuan.inspection.assessment.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemPlanDateSet;
import org.bihuan.contract.DispatchEvent.ItemPlanFiled;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemReturnDecided;
import org.bihuan.contract.DispatchEvent.ItemReturnRequested;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.RequestDecision;

/** Keeps what others tell of items and their problems, for the assessment of the month. */
@ApplicationScoped
@Transactional
public class ItemFactDesk {

  private final ItemFacts facts;
  private final AssessedProblems problems;
  private final Changes changes;

  ItemFactDesk(ItemFacts facts, AssessedProblems problems, Changes changes) {
    this.facts = facts;
    this.problems = problems;
    this.changes = changes;
  }

  public void follow(ItemIssued told) {
    keep(
        told,
        ItemFact.of(FactKind.ISSUED, told)
            .to(told.leadUnit().code(), told.orderSerial(), told.deadlineClass())
            .until(told.dueAt()));
  }

  public void follow(ItemReplied told) {
    boolean photographed =
        told.attachments().stream()
            .map(AttachedFile::id)
            .anyMatch(id -> !told.beforePhotoIds().contains(id));
    FactKind kind = told.kind() == ReplyKind.FINAL ? FactKind.FINAL_REPLY : FactKind.INTERIM_REPLY;
    keep(told, ItemFact.of(kind, told).inRound(told.round()).withPhotos(photographed));
  }

  public void follow(ReplyAccepted told) {
    keep(told, ItemFact.of(FactKind.REPLY_ACCEPTED, told).inRound(told.round()));
  }

  public void follow(ReplyReturned told) {
    keep(
        told, ItemFact.of(FactKind.REPLY_RETURNED, told).inRound(told.round()).until(told.dueAt()));
  }

  public void follow(ItemReturnRequested told) {
    keep(told, ItemFact.of(FactKind.RETURN_REQUESTED, told));
  }

  /** A return that was refused leaves everything as it was. */
  public void follow(ItemReturnDecided told) {
    if (told.decision() == RequestDecision.ACCEPTED) {
      keep(told, ItemFact.of(FactKind.RETURN_ACCEPTED, told));
    }
  }

  /** One that was refused leaves the limit where it was. */
  public void follow(ItemExtensionDecided told) {
    keep(told, ItemFact.of(FactKind.LIMIT_MOVED, told).until(told.dueAt()));
  }

  public void follow(ItemPlanDateSet told) {
    keep(told, ItemFact.of(FactKind.PLAN_DATE_SET, told).until(told.dueAt()));
  }

  public void follow(ItemPlanFiled told) {
    keep(told, ItemFact.of(FactKind.PLAN_FILED, told));
  }

  public void follow(ItemSuspended told) {
    keep(told, ItemFact.of(FactKind.SUSPENDED, told));
  }

  public void follow(ItemResumed told) {
    keep(told, ItemFact.of(FactKind.RESUMED, told).until(told.dueAt()));
  }

  public void follow(ReworkOrdered told) {
    keep(told, ItemFact.of(FactKind.REWORK_ORDERED, told).until(told.dueAt()));
  }

  public void follow(ItemCancelled told) {
    keep(told, ItemFact.of(FactKind.CANCELLED, told));
  }

  public void follow(ProblemFiled told) {
    change(told.problemId(), problem -> problem.follow(told));
    changes.note(told.problemId(), told.filedAt());
  }

  public void follow(ProblemCorrected told) {
    change(told.problemId(), problem -> problem.follow(told));
    changes.note(told.problemId(), told.correctedAt());
  }

  private void change(UUID id, Consumer<AssessedProblem> change) {
    AssessedProblem problem =
        problems.findByIdOptional(id).orElseGet(() -> AssessedProblem.unknown(id));
    change.accept(problem);
    problems.persist(problem);
  }

  /** Once; told again it changes nothing. */
  private void keep(DispatchEvent told, ItemFact fact) {
    if (facts.findByIdOptional(fact.id()).isEmpty()) {
      facts.persist(fact);
      changes.note(told.problemId(), told.occurredAt());
    }
  }
}
