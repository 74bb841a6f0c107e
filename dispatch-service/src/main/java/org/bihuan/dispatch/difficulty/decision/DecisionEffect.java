package org.bihuan.dispatch.difficulty.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemPlanDateSet;
import org.bihuan.contract.DispatchEvent.MeetingDecided;
import org.bihuan.contract.MeetingKind;
import org.bihuan.dispatch.difficulty.escalation.Escalation.Origin;
import org.bihuan.dispatch.difficulty.escalation.Submission;
import org.bihuan.dispatch.district.LineCategories;
import org.bihuan.dispatch.district.WorkLines;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.DeadlinePolicy;

/** What a decision does to the item that it is about; each is one step of the item. */
@ApplicationScoped
public class DecisionEffect {

  private final ItemAccess items;
  private final ItemJournal journal;
  private final Submission submission;
  private final WorkLines lines;
  private final LineCategories categories;

  DecisionEffect(
      ItemAccess items,
      ItemJournal journal,
      Submission submission,
      WorkLines lines,
      LineCategories categories) {
    this.items = items;
    this.journal = journal;
    this.submission = submission;
    this.lines = lines;
    this.categories = categories;
  }

  /**
   * Takes the step that the decision of a meeting of this kind means, when it is about an item.
   *
   * @param lineCode work line of the meeting, or {@code null}
   * @throws org.bihuan.kit.refusal.Conflict when the state of the item, or that it is not complex,
   *     forbids it, or it belongs to another line
   */
  public void of(Decision decision, MeetingKind meeting, String lineCode) {
    if (decision.itemId() == null) {
      return;
    }
    OrderItem item = items.toActOnPartOf(decision.itemId());
    DecisionPolicy.checkLine(
        lineCode,
        categories.lineOf(item.problem().categoryCode()).flatMap(lines::findByIdOptional));
    switch (decision.kind()) {
      case PLAN_DATE -> setPlanDate(item, decision);
      case SUBMIT_TO_LEADING_GROUP -> submit(item, decision);
      case TASK, OTHER -> record(item, decision, meeting);
    }
  }

  private void setPlanDate(OrderItem item, Decision decision) {
    Instant former = item.timeLimit().dueAt();
    String rule = "PLANNED/" + decision.meetingId() + "/" + decision.number();
    Deadline planned = DeadlinePolicy.planned(decision.decidedAt(), decision.dueOn(), rule);
    Step step = item.setPlanDate(planned, decision.text(), decision.decidedBy());
    journal.tell(
        step,
        new ItemPlanDateSet(
            item.id(),
            item.problem().problemId(),
            step.sequence(),
            decision.meetingId(),
            decision.number(),
            step.dueAt(),
            former,
            decision.text(),
            step.at(),
            step.actor()));
  }

  private void submit(OrderItem item, Decision decision) {
    submission.of(
        item,
        new Origin(decision.meetingId(), decision.number()),
        decision.text(),
        decision.decidedAt(),
        decision.decidedBy());
  }

  private void record(OrderItem item, Decision decision, MeetingKind meeting) {
    Actor by = decision.decidedBy();
    Step step = item.note(ItemAction.DECIDE_IN_MEETING, decision.text(), decision.decidedAt(), by);
    journal.tell(
        step,
        new MeetingDecided(
            item.id(),
            item.problem().problemId(),
            step.sequence(),
            decision.meetingId(),
            meeting,
            decision.number(),
            decision.text(),
            decision.responsibleUnit() == null ? null : decision.responsibleUnit().published(),
            decision.dueOn(),
            step.at(),
            step.actor()));
  }
}
