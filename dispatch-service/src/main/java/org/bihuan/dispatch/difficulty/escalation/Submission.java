package org.bihuan.dispatch.difficulty.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemEscalated;
import org.bihuan.dispatch.difficulty.escalation.Escalation.Origin;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.organisation.duty.Duties;
import org.bihuan.dispatch.organisation.duty.DutyKind;
import org.bihuan.kit.time.DistrictTime;

/** Submits items to the leading group (提请领导小组牵头调度 [brief]), to the heads of the day. */
@ApplicationScoped
public class Submission {

  private final Escalations escalations;
  private final Duties duties;
  private final ItemJournal journal;

  Submission(Escalations escalations, Duties duties, ItemJournal journal) {
    this.escalations = escalations;
    this.duties = duties;
    this.journal = journal;
  }

  /**
   * Submits an item that is held.
   *
   * @param origin what sent it higher
   * @throws org.bihuan.kit.refusal.Conflict when its state forbids it, it was not declared complex,
   *     or was submitted already
   */
  public void of(OrderItem item, Origin origin, String reason, Instant at, Actor by) {
    Step step = item.submitToLeadingGroup(reason, at, by);
    Escalation escalation =
        Escalation.toLeadingGroup(item.id(), origin, headsAt(at), reason, at, by);
    escalations.persist(escalation);
    journal.tell(
        step,
        new ItemEscalated(
            item.id(),
            item.problem().problemId(),
            step.sequence(),
            escalation.axis(),
            escalation.level(),
            origin.meetingId(),
            origin.decisionNumber(),
            reason,
            step.at(),
            step.actor()));
  }

  /** A vacant seat does not hold it up. */
  private List<NamedLeader> headsAt(Instant at) {
    return duties.holding(DutyKind.CO_HEAD, DistrictTime.day(at)).stream()
        .map(NamedLeader::of)
        .toList();
  }
}
