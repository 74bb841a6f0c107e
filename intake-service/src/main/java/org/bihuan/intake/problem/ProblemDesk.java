package org.bihuan.intake.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.ReplyKind;
import org.bihuan.intake.attachment.Owner;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.ledger.LedgerEntryView;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;

/** Shows problems, and carries what dispatch and inspection did over to problem and ledger. */
@ApplicationScoped
@Transactional
public class ProblemDesk {

  private final Problems problems;
  private final ProblemAccess access;
  private final Ledger ledger;
  private final AttachedFiles attachments;
  private final ToldEvidence evidence;
  private final Clock clock;

  ProblemDesk(
      Problems problems,
      ProblemAccess access,
      Ledger ledger,
      AttachedFiles attachments,
      ToldEvidence evidence,
      Clock clock) {
    this.problems = problems;
    this.access = access;
    this.ledger = ledger;
    this.attachments = attachments;
    this.evidence = evidence;
    this.clock = clock;
  }

  Page<ProblemView> page(ProblemFilter filter) {
    Page<Problem> page = problems.page(filter.narrow(access.criteria()), filter);
    Map<UUID, List<ProblemView.ComplaintLine>> lines =
        problems.complaintLines(page.items().stream().map(Problem::id).toList());
    return page.map(problem -> view(problem, lines.getOrDefault(problem.id(), List.of()), null));
  }

  ProblemView read(UUID id) {
    Problem problem = access.visible(id);
    List<ProblemView.ComplaintLine> lines =
        problems.complaintLines(List.of(id)).getOrDefault(id, List.of());
    return view(problem, lines, attachments.of(id, lines));
  }

  List<LedgerEntryView> timeline(UUID id) {
    access.visible(id);
    return ledger.ofProblem(id).stream().filter(access::shows).map(LedgerEntryView::of).toList();
  }

  Certificate certificate(UUID id) {
    return Certificate.of(
        access.visible(id), ledger.sealedOfProblem(id), attachments::certified, evidence::of);
  }

  /** A fact of the order item that moves the problem on. */
  public <E extends DispatchEvent> void follow(E fact, UUID eventId, BiConsumer<Problem, E> verb) {
    verb.accept(told(fact.problemId()), fact);
    record(fact, eventId);
  }

  public void itemUnassigned(DispatchEvent.ItemUnassigned fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void itemIssued(DispatchEvent.ItemIssued fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void itemReplied(DispatchEvent.ItemReplied fact, UUID eventId) {
    if (fact.kind() == ReplyKind.FINAL) {
      follow(fact, eventId, Problem::applyFinalReply);
    } else {
      record(fact, eventId);
    }
    attachments.follow(
        fact.attachments(), fact.beforePhotoIds(), Owner.reply(fact.replyId(), fact.problemId()));
  }

  /** What a unit that helps has done moves nothing; its photos are the problem's. */
  public void taskReplied(DispatchEvent.ItemTaskReplied fact, UUID eventId) {
    record(fact, eventId);
    attachments.follow(
        fact.attachments(), fact.beforePhotoIds(), Owner.reply(fact.taskId(), fact.problemId()));
  }

  public void replyAccepted(DispatchEvent.ReplyAccepted fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void replyReturned(DispatchEvent.ReplyReturned fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void reworkOrdered(DispatchEvent.ReworkOrdered fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void extensionDecided(DispatchEvent.ItemExtensionDecided fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void planDateSet(DispatchEvent.ItemPlanDateSet fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void itemSuspended(DispatchEvent.ItemSuspended fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void itemResumed(DispatchEvent.ItemResumed fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  public void itemCancelled(DispatchEvent.ItemCancelled fact, UUID eventId) {
    follow(fact, eventId, Problem::apply);
  }

  /** A fact of the order item that only the ledger keeps. */
  public void record(DispatchEvent fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  /** A fact of the inspection that only the ledger keeps. */
  public void record(InspectionEvent.RecheckPlanned fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  public void record(InspectionEvent.EvidenceWaived fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  public void record(InspectionEvent.RecheckPassed fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
    attachments.follow(fact.attachments(), Owner.recheck(fact.recheckId(), fact.problemId()));
  }

  public void record(InspectionEvent.RecheckFailed fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
    attachments.follow(fact.attachments(), Owner.recheck(fact.recheckId(), fact.problemId()));
  }

  public void record(InspectionEvent.LateItemFactNoted fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  /** That a matter of conduct goes on moves no problem, and may be about none or several. */
  public void record(InspectionEvent.CaseConfirmed fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  public void record(InspectionEvent.CaseServed fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  /** That a month was closed is about no problem of its own. */
  public void record(InspectionEvent.AssessmentClosed fact, UUID eventId) {
    ledger.enter(fact, eventId, null, null, fact.occurredAt(), fact.actor());
  }

  /**
   * A look at it long after its write-off, which stands whatever was found. The photos of a relapse
   * show the problem that it becomes.
   */
  public void record(InspectionEvent.LookBackDone fact, UUID eventId) {
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
    if (fact.outcome() != RecheckOutcome.RELAPSED) {
      attachments.follow(fact.attachments(), Owner.recheck(fact.recheckId(), fact.problemId()));
    }
  }

  /** What a round table decided stands with the problem that the finding became. */
  public void record(InspectionEvent.FindingDecided fact, UUID eventId) {
    Problem problem =
        problems
            .ofFinding(fact.findingId())
            .orElseThrow(() -> new NotFound("problem-not-found", fact.findingId()));
    ledger.enter(fact, eventId, problem.id(), null, fact.occurredAt(), fact.actor());
  }

  /** The inspection caused the write-off; here it is applied. */
  public void writeOff(InspectionEvent.ProblemWrittenOff fact, UUID eventId) {
    told(fact.problemId()).writeOff(fact.occurredAt());
    ledger.enter(fact, eventId, fact.problemId(), null, fact.occurredAt(), fact.actor());
  }

  private ProblemView view(
      Problem problem,
      List<ProblemView.ComplaintLine> lines,
      List<ProblemView.AttachmentLine> attached) {
    return ProblemView.of(problem, lines, attached, access.showsSource(), clock.instant());
  }

  /**
   * A problem another service speaks of; one we do not have would be a mistake worth a dead letter.
   */
  private Problem told(UUID id) {
    return problems.findByIdOptional(id).orElseThrow(() -> new NotFound("problem-not-found", id));
  }
}
