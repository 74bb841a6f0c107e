package org.bihuan.dispatch.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.Place;
import org.bihuan.contract.RoutingReason;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.difficulty.meeting.Meeting;
import org.bihuan.dispatch.difficulty.meeting.MeetingStatus;
import org.bihuan.dispatch.item.Assignment;
import org.bihuan.dispatch.item.Difficulty;
import org.bihuan.dispatch.item.FiledProblem;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Suspension;
import org.bihuan.dispatch.organisation.duty.DutyView.LeaderName;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.sameday.SameDay;
import org.bihuan.dispatch.sla.ClockReading;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.web.Versioned;

/**
 * An order item as the caller may see it now.
 *
 * @param orderId {@code null}, as all that comes from the order, while it is unassigned
 * @param jointUnits units that help
 * @param openTasks those of them that have neither replied to their task nor were waived; until
 *     then no final reply is taken
 * @param responsiblePerson who answers for it at the unit, or {@code null}
 * @param demand what is demanded of the unit, at most 2000 characters, or {@code null}
 * @param filedAt when the problem was filed
 * @param endedAt when it was written off or called off; {@code null} while it is open
 * @param dueAt end of the limit of this round; while it is on no order, of the assignment
 * @param assignBy until when it must be given to a unit, as long as it is on no order; else {@code
 *     null}
 * @param overdue whether the final reply, or before it the assignment, is missing after the end of
 *     the limit, or came after it
 * @param overdueSince when the limit ended, once it is overdue; else {@code null}
 * @param light green, yellow when most of the limit is used up, red when overdue; {@code null}
 *     while no limit runs
 * @param remaining whole seconds left when the clock was read or stopped, negative when overdue
 * @param reworkCount number of failed re-checks
 * @param standingDemand lasting demand made with the acceptance of a reply (长效要求), or {@code null}
 * @param unassignedReason why no unit was found, or {@code null}
 * @param why what decided which unit has it, or the rule that names a unit which cannot have it;
 *     {@code null} when no rule covers it
 * @param returnUntil last moment at which the unit may ask to return it, or {@code null}
 * @param openReturnRequestId request to return it that waits for a decision, or {@code null}
 * @param openExtensionRequestId request for more time that waits for a decision, or {@code null}
 * @param suspension why its clock stands and until when, or {@code null} when it is not suspended
 * @param difficulty that it is beyond what its unit can settle alone, or {@code null}
 * @param sameDay that it had to be on an order the day it was filed, as media exposures have;
 *     {@code null} for what has all the time that it needs
 * @param planVersion number of the newest version of its plan (一事一策), 0 while there is none
 * @param findingId the inspection finding it came from, or {@code null}
 * @param allowedActions what the caller may do next
 * @param replies oldest first; left out in lists
 * @param version for {@code If-Match}
 */
public record OrderItemView(
    @NotNull UUID id,
    UUID orderId,
    String orderSerial,
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    @FreeText @NotNull String title,
    @FreeText String description,
    String categoryCode,
    Place place,
    SourceKind sourceKind,
    @NotNull ItemStatus status,
    UnitName leadUnit,
    List<UnitName> jointUnits,
    List<UnitName> openTasks,
    String responsiblePerson,
    @FreeText String demand,
    DeadlineClass deadlineClass,
    @NotNull Instant filedAt,
    Instant issuedAt,
    Instant dueAt,
    Instant assignBy,
    boolean overdue,
    Instant overdueSince,
    Instant endedAt,
    Light light,
    Duration remaining,
    int reworkCount,
    @FreeText String standingDemand,
    UnassignedReason unassignedReason,
    RoutingReason why,
    Instant returnUntil,
    UUID openReturnRequestId,
    UUID openExtensionRequestId,
    SuspensionView suspension,
    DifficultyView difficulty,
    SameDayView sameDay,
    int planVersion,
    UUID findingId,
    List<ItemAction> allowedActions,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ReplyView> replies,
    long version)
    implements Versioned {

  /**
   * Why the clock of an item stands, and until when.
   *
   * @param cause why nothing can be done
   * @param reviewOn day of the district by whose end the special team looks at it again
   * @param reviewOverdue whether that day has passed and nobody has
   * @param since when it was suspended
   */
  public record SuspensionView(
      @NotNull SuspensionCause cause,
      @NotNull LocalDate reviewOn,
      boolean reviewOverdue,
      @NotNull Instant since) {

    static SuspensionView of(OrderItem item) {
      Suspension suspension = item.suspension();
      return suspension.cause() == null
          ? null
          : new SuspensionView(
              suspension.cause(),
              suspension.reviewOn(),
              suspension.reviewOverdue(),
              item.timeLimit().stoppedAt());
    }
  }

  /**
   * That an item is beyond what its unit can settle alone.
   *
   * @param level who has to coordinate
   * @param reason why
   * @param declaredAt when it was said
   * @param declaredBy who said it
   * @param originalDueAt end of the limit that a date set by a meeting has replaced, or {@code
   *     null}
   * @param meetings that have it on their agenda, oldest first; left out in lists
   * @param heads of the leading group on the day on which it was submitted to that; left out in
   *     lists
   */
  public record DifficultyView(
      @NotNull Difficulty.Level level,
      @FreeText @NotNull String reason,
      @NotNull Instant declaredAt,
      @NotNull Actor declaredBy,
      Instant originalDueAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<MeetingOfItem> meetings,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<LeaderName> heads) {

    static DifficultyView of(
        Difficulty difficulty, List<MeetingOfItem> meetings, List<LeaderName> heads) {
      return new DifficultyView(
          difficulty.level(),
          difficulty.reason(),
          difficulty.since(),
          difficulty.author().actor(),
          difficulty.originalDueAt(),
          meetings,
          heads);
    }
  }

  /**
   * That an item had to be on an order the day it was filed.
   *
   * @param orderBy last moment of that day
   * @param orderedAt when it first came on an order, or {@code null}
   * @param missed whether it was on none by then; stays so
   */
  public record SameDayView(@NotNull Instant orderBy, Instant orderedAt, boolean missed) {

    static SameDayView of(SameDay sameDay) {
      return sameDay == null
          ? null
          : new SameDayView(sameDay.orderBy(), sameDay.orderedAt(), sameDay.missed());
    }
  }

  /**
   * A meeting that speaks about an item.
   *
   * @param scheduledAt when it begins, or began
   */
  public record MeetingOfItem(
      @NotNull UUID id,
      @NotNull MeetingKind kind,
      @NotNull Instant scheduledAt,
      @NotNull MeetingStatus status) {

    static MeetingOfItem of(Meeting meeting) {
      return new MeetingOfItem(
          meeting.id(), meeting.kind(), meeting.scheduledAt(), meeting.status());
    }
  }

  static OrderItemView of(
      OrderItem item,
      ClockReading clock,
      List<UnitName> openTasks,
      List<ItemAction> allowed,
      DifficultyView difficulty,
      List<ReplyView> replies) {
    FiledProblem problem = item.problem();
    Assignment assignment = item.assignment();
    Instant dueAt = item.timeLimit().dueAt();
    return new OrderItemView(
        item.id(),
        assignment.orderId(),
        assignment.orderSerial(),
        problem.problemId(),
        problem.problemSerial(),
        problem.title(),
        problem.description(),
        problem.categoryCode(),
        problem.place(),
        problem.sourceKind(),
        item.status(),
        assignment.leadUnit() == null ? null : assignment.leadUnit().published(),
        assignment.jointUnits().stream().map(AssignedUnit::published).toList(),
        openTasks,
        assignment.responsiblePerson(),
        assignment.demand(),
        item.deadlineClass(),
        problem.filedAt(),
        assignment.issuedAt(),
        dueAt,
        item.isOnNoOrder() ? dueAt : null,
        clock.overdue(),
        clock.overdueSince(),
        item.endedAt(),
        clock.light(),
        clock.remaining(),
        item.reworkCount(),
        assignment.standingDemand(),
        item.unassignedReason(),
        item.why() == null ? null : item.why().published(),
        assignment.returnUntil(),
        item.openReturnRequestId(),
        item.openExtensionRequestId(),
        SuspensionView.of(item),
        difficulty,
        SameDayView.of(item.sameDay()),
        item.planVersion(),
        problem.findingId(),
        allowed,
        replies,
        item.version());
  }
}
