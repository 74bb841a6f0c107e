package org.bihuan.dispatch.difficulty.decision;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.difficulty.escalation.NamedLeader;
import org.bihuan.dispatch.organisation.duty.DutyView.LeaderName;

/**
 * A decision as clients see it.
 *
 * @param number in its meeting, from 1
 * @param orderItemId item that it is about, or {@code null} when it is about none
 * @param kind what it leads to
 * @param text the decision in words
 * @param responsibleUnit who has the task; {@code null} unless it is a TASK
 * @param dueOn day by whose end the task is to be done, or the date that is the limit of the item;
 *     {@code null} for other kinds
 * @param heads the two heads of the leading group on that day, of SUBMIT_TO_LEADING_GROUP; fewer
 *     while a seat was vacant
 * @param decidedAt when it was recorded
 * @param decidedBy who recorded it
 * @param taskStatus OPEN or DONE; {@code null} unless it is a TASK
 * @param overdue whether the task was not done by the end of {@code dueOn}; {@code null} unless it
 *     is a TASK
 * @param doneAt when the task was done, or {@code null}
 * @param doneBy who said so, or {@code null}
 * @param note what came of the task, or {@code null}
 */
public record DecisionView(
    int number,
    UUID orderItemId,
    @NotNull DecisionKind kind,
    @FreeText @NotNull String text,
    UnitName responsibleUnit,
    LocalDate dueOn,
    @NotNull List<LeaderName> heads,
    @NotNull Instant decidedAt,
    @NotNull Actor decidedBy,
    MeetingTaskStatus taskStatus,
    Boolean overdue,
    Instant doneAt,
    Actor doneBy,
    @FreeText String note) {

  /**
   * The view of a decision at {@code now}.
   *
   * @param heads whom a submission to the leading group went to, else nobody
   */
  public static DecisionView of(Decision decision, List<NamedLeader> heads, Instant now) {
    return new DecisionView(
        decision.number(),
        decision.itemId(),
        decision.kind(),
        decision.text(),
        decision.responsibleUnit() == null ? null : decision.responsibleUnit().published(),
        decision.dueOn(),
        heads.stream().map(NamedLeader::shown).toList(),
        decision.decidedAt(),
        decision.decidedBy(),
        decision.taskStatus(),
        decision.isOverdue(now),
        decision.doneAt(),
        decision.doneBy(),
        decision.doneNote());
  }
}
