package org.bihuan.dispatch.difficulty.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.MeetingKind;

/**
 * A meeting to plan.
 *
 * @param kind a line leader plans LINE_WEEKLY and nothing else
 * @param lineCode work line whose weekly meeting it is, by code or name; only of LINE_WEEKLY. A
 *     line leader with one line need not name it
 * @param scheduledAt when it begins; at most a year ahead. What took place already is recorded up
 *     to a year later
 * @param place where, at most 200 characters
 * @param chair who chairs, at most 50 characters, or {@code null}
 * @param attendees units and leaders, 1 to 100
 * @param agenda order items to speak about, at most 50
 */
public record NewMeeting(
    @NotNull MeetingKind kind,
    @Size(max = 100) String lineCode,
    @NotNull Instant scheduledAt,
    @NotBlank @Size(min = 1, max = 200) String place,
    @Size(max = 50) String chair,
    @NotEmpty @Size(min = 1, max = 100) List<@NotNull @Valid NewAttendee> attendees,
    @Size(max = 50) List<@NotNull @Valid NewAgendaItem> agenda) {

  public NewMeeting {
    agenda = agenda == null ? List.of() : agenda;
  }

  /**
   * A unit or a leader.
   *
   * @param unitCode unit, by code, name or alias; this or {@code leaderCode}
   * @param leaderCode leader in office on the day of the meeting
   * @param name who comes for the unit, at most 50 characters, or {@code null}
   */
  public record NewAttendee(
      @Size(max = 100) String unitCode,
      @Size(max = 100) String leaderCode,
      @Size(max = 50) String name) {}

  /**
   * An order item to speak about.
   *
   * @param orderItemId the item, in whatever state
   */
  public record NewAgendaItem(@NotNull UUID orderItemId) {}
}
