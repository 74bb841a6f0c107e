package org.bihuan.dispatch.difficulty.meeting;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.difficulty.decision.DecisionView;
import org.bihuan.dispatch.difficulty.meeting.Meeting.AgendaItem;
import org.bihuan.kit.web.Versioned;

/**
 * A meeting as the caller may see it.
 *
 * @param lineCode work line whose weekly meeting it is, or {@code null}
 * @param scheduledAt when it begins, or began
 * @param place where, in words
 * @param chair who chairs, or {@code null}
 * @param plannedBy who planned it
 * @param heldAt when it was recorded as held, or {@code null}
 * @param cancelReason why it was called off, or {@code null}
 * @param attendees units and leaders that were asked to come
 * @param agenda order items that it speaks about
 * @param minutes what was said (会议纪要), or {@code null}
 * @param decisions in their order
 * @param allowedActions what the caller may do next
 * @param version for {@code If-Match}
 */
public record MeetingView(
    @NotNull UUID id,
    @NotNull MeetingKind kind,
    String lineCode,
    @NotNull Instant scheduledAt,
    @FreeText @NotNull String place,
    @FreeText String chair,
    @NotNull MeetingStatus status,
    @NotNull Actor plannedBy,
    Instant heldAt,
    @FreeText String cancelReason,
    @NotNull List<AttendeeView> attendees,
    @NotNull List<AgendaItemView> agenda,
    @FreeText String minutes,
    @NotNull List<DecisionView> decisions,
    @NotNull List<MeetingAction> allowedActions,
    long version)
    implements Versioned {

  /**
   * Who was asked to come.
   *
   * @param number from 1, by which attendance is recorded
   * @param unit {@code null} for a leader
   * @param leader {@code null} for a unit
   * @param name who comes for the unit, or {@code null}
   * @param attended whether they came; {@code null} until the meeting was held
   */
  public record AttendeeView(
      int number, UnitName unit, LeaderCalled leader, @FreeText String name, Boolean attended) {

    static AttendeeView of(int number, Attendee attendee) {
      return new AttendeeView(
          number,
          attendee.unitCode() == null
              ? null
              : new UnitName(attendee.unitCode(), attendee.unitName()),
          attendee.leaderCode() == null
              ? null
              : new LeaderCalled(attendee.leaderCode(), attendee.leaderName()),
          attendee.person(),
          attendee.attended());
    }
  }

  /**
   * A leader.
   *
   * @param name as it was when the meeting was planned
   */
  public record LeaderCalled(@NotNull String code, @NotNull String name) {}

  /**
   * An order item on the agenda.
   *
   * @param orderItemId the item
   * @param title of its problem when the meeting was planned
   */
  public record AgendaItemView(
      @NotNull UUID orderItemId, @NotNull String problemSerial, @FreeText @NotNull String title) {

    static AgendaItemView of(AgendaItem entry) {
      return new AgendaItemView(entry.itemId(), entry.problemSerial(), entry.title());
    }
  }

  static MeetingView of(
      Meeting meeting, List<DecisionView> decisions, List<MeetingAction> allowed) {
    List<Attendee> attendees = meeting.attendees();
    return new MeetingView(
        meeting.id(),
        meeting.kind(),
        meeting.lineCode(),
        meeting.scheduledAt(),
        meeting.place(),
        meeting.chair(),
        meeting.status(),
        meeting.plannedBy(),
        meeting.heldAt(),
        meeting.cancelReason(),
        IntStream.range(0, attendees.size())
            .mapToObj(i -> AttendeeView.of(i + 1, attendees.get(i)))
            .toList(),
        meeting.agenda().stream().map(AgendaItemView::of).toList(),
        meeting.minutes(),
        decisions,
        allowed,
        meeting.version());
  }
}
