package org.bihuan.dispatch.item;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sameday.SameDay;
import org.bihuan.dispatch.sla.TimeLimit;

/**
 * What is known of an order item, and how a step is taken. Its verbs are in {@link OrderItem}, and
 * nothing but they changes it. The fields are protected because what watches entities for changes
 * does not see private ones of a class above them.
 */
@MappedSuperclass
public abstract class TrackedItem {

  @Id protected UUID id;
  @Embedded protected FiledProblem problem;

  @Enumerated(EnumType.STRING)
  protected ItemStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "status_before")
  protected ItemStatus statusBefore;

  @Enumerated(EnumType.STRING)
  @Column(name = "unassigned_reason")
  protected UnassignedReason unassignedReason;

  @Embedded protected Assignment assignment;
  @Embedded protected Why why;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  protected DeadlineClass deadlineClass;

  @Embedded protected TimeLimit timeLimit;

  @Column(name = "next_attention_at")
  protected Instant nextAttentionAt;

  @Column(name = "open_return_request_id")
  protected UUID openReturnRequestId;

  @Column(name = "open_extension_request_id")
  protected UUID openExtensionRequestId;

  @Embedded protected Suspension suspension;
  @Embedded protected Difficulty difficulty;
  @Embedded protected SameDay sameDay;

  @Column(name = "ended_at")
  protected Instant endedAt;

  @Column(name = "rework_count")
  protected int reworkCount;

  @Column(name = "plan_version")
  protected int planVersion;

  protected int sequence;
  @Version protected long version;

  TrackedItem() {}

  /** The item of a problem just filed, which no unit has. */
  TrackedItem(ProblemFiled filed) {
    id = UuidCreator.getTimeOrderedEpoch();
    problem = FiledProblem.of(filed);
    deadlineClass = filed.deadlineClass();
    status = ItemStatus.UNASSIGNED;
    assignment = Assignment.none();
    timeLimit = TimeLimit.NONE;
    suspension = Suspension.NONE;
  }

  /**
   * Takes a step, when state and rules allow it: its effect, then what the history keeps of it. The
   * first step of a life comes from no state.
   */
  Step take(ItemAction action, Instant at, Actor by, String reason, Runnable effect) {
    ItemPolicy.check(this, action, at);
    ItemStatus from = status;
    Why whyBefore = why;
    status = ItemLifecycle.next(from, action, statusBefore);
    if (status != from) {
      statusBefore = ItemLifecycle.leadsBack(status) ? from : null;
      endedAt = isEnded() ? at : null;
    }
    sequence++;
    effect.run();
    followSameDay(action, at);
    nextAttentionAt = Attention.next(this);
    return new Step(
        id,
        sequence,
        at,
        action,
        sequence == 1 ? null : from,
        status,
        by,
        reason,
        reworkCount,
        timeLimit.dueAt(),
        timeLimit.ruleVersion(),
        status == ItemStatus.SUSPENDED ? suspension : null,
        action.isRouting() || !Objects.equals(why, whyBefore) ? why : null);
  }

  /** Its first order counts, and what the watch has said of it. */
  private void followSameDay(ItemAction action, Instant at) {
    if (sameDay == null) {
      return;
    }
    sameDay =
        switch (action) {
          case ISSUE, ASSIGN, REISSUE -> sameDay.ordered(at);
          case CANCEL, WRITE_OFF -> sameDay.ended();
          case WARN_SAME_DAY -> sameDay.warned();
          case MISS_SAME_DAY -> sameDay.passed();
          default -> sameDay;
        };
  }

  /** From its first moment on it has to be on an order by the end of a day. */
  public void dueOnOrder(SameDay day) {
    sameDay = day;
  }

  void setProblem(FiledProblem next) {
    problem = next;
  }

  void setDeadlineClass(DeadlineClass next) {
    deadlineClass = next;
  }

  void setUnassignedReason(UnassignedReason next) {
    unassignedReason = next;
  }

  void setWhy(Why next) {
    why = next;
  }

  void setTimeLimit(TimeLimit next) {
    timeLimit = next;
  }

  void setOpenReturnRequestId(UUID next) {
    openReturnRequestId = next;
  }

  void setOpenExtensionRequestId(UUID next) {
    openExtensionRequestId = next;
  }

  void setSuspension(Suspension next) {
    suspension = next;
  }

  void setDifficulty(Difficulty next) {
    difficulty = next;
  }

  void countPlan() {
    planVersion++;
  }

  void beginRound() {
    reworkCount++;
  }

  /** Whether it waits for a unit. */
  public boolean isUnassigned() {
    return status == ItemStatus.UNASSIGNED;
  }

  /**
   * Whether it waits for a unit that a rule may still name. What a unit has returned waits for the
   * special team's hand: the same rule would give it to the same unit again.
   */
  public boolean waitsForRule() {
    return isUnassigned() && unassignedReason != UnassignedReason.RETURNED;
  }

  /** Whether an order can take it: no unit has it, or none has it in hand. */
  public boolean canBeOrdered() {
    Set<ItemAction> allowed = ItemLifecycle.allowed(status);
    return allowed.contains(ItemAction.ASSIGN) || allowed.contains(ItemAction.REISSUE);
  }

  /** Whether no unit has it, so that its limit, when it has one, is that of the assignment. */
  public boolean isOnNoOrder() {
    return assignment.orderId() == null;
  }

  /** Whether nothing is owed any more. */
  public boolean isEnded() {
    return !ItemLifecycle.isOpen(status);
  }

  /** When it was written off or called off, whichever came last; {@code null} while it is open. */
  public Instant endedAt() {
    return endedAt;
  }

  /** Whether the re-check of {@code round} can change nothing any more: it ended or went on. */
  public boolean isPast(int round) {
    return isEnded() || round < reworkCount;
  }

  public UUID id() {
    return id;
  }

  public FiledProblem problem() {
    return problem;
  }

  public ItemStatus status() {
    return status;
  }

  public UnassignedReason unassignedReason() {
    return unassignedReason;
  }

  /** What its order says of it; empty while it is on none. */
  public Assignment assignment() {
    return assignment;
  }

  /**
   * What decided which unit has it, or that none can have it; {@code null} while no rule covers it,
   * and for what was given to a unit before reasons were kept.
   */
  public Why why() {
    return why;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  /** The limit of this round, or, while it is on no order, of the assignment. */
  public TimeLimit timeLimit() {
    return timeLimit;
  }

  /** The request to return it that waits for a decision, or {@code null}. */
  public UUID openReturnRequestId() {
    return openReturnRequestId;
  }

  /** The request for more time that waits for a decision, or {@code null}. */
  public UUID openExtensionRequestId() {
    return openExtensionRequestId;
  }

  /** Why it is suspended and until when; empty while it is not. */
  public Suspension suspension() {
    return suspension;
  }

  /** How hard it is, or {@code null} as long as nobody has said so. */
  public Difficulty difficulty() {
    return difficulty;
  }

  /** By when it has to be on an order, {@code null} when there is no such day. */
  public SameDay sameDay() {
    return sameDay;
  }

  /** Number of failed re-checks, which is also the number of the round. */
  public int reworkCount() {
    return reworkCount;
  }

  /** Number of the newest version of its plan (一事一策), 0 while there is none. */
  public int planVersion() {
    return planVersion;
  }

  /** When the watch has to look at it next, or {@code null} when there is nothing to wait for. */
  public Instant nextAttentionAt() {
    return nextAttentionAt;
  }

  /** Whether a timer has run out before {@code now} and was not told yet. */
  public boolean isDueForAttention(Instant now) {
    return nextAttentionAt != null && nextAttentionAt.isBefore(now);
  }

  public long version() {
    return version;
  }
}
