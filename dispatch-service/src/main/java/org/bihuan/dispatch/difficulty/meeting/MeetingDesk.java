package org.bihuan.dispatch.difficulty.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.MeetingEvent.MeetingHeld;
import org.bihuan.kit.outbox.Outbox;

/** Plans meetings, records that they were held, and their minutes. */
@ApplicationScoped
@Transactional
public class MeetingDesk {

  private final Meetings meetings;
  private final MeetingAccess access;
  private final MeetingReading reading;
  private final MeetingDrafting drafting;
  private final Outbox outbox;
  private final Clock clock;

  MeetingDesk(
      Meetings meetings,
      MeetingAccess access,
      MeetingReading reading,
      MeetingDrafting drafting,
      Outbox outbox,
      Clock clock) {
    this.meetings = meetings;
    this.access = access;
    this.reading = reading;
    this.drafting = drafting;
    this.outbox = outbox;
    this.clock = clock;
  }

  MeetingView plan(NewMeeting wanted) {
    String line = access.lineToPlan(wanted);
    Meeting meeting = drafting.of(wanted, line, clock.instant(), access.actor());
    meetings.persist(meeting);
    return reading.full(meeting);
  }

  MeetingView hold(UUID id, List<Integer> attended) {
    Meeting meeting = access.toConvene(id);
    Instant now = clock.instant();
    meeting.hold(Set.copyOf(attended), now);
    outbox.announce(
        new MeetingHeld(meeting.id(), meeting.kind(), meeting.scheduledAt(), now, access.actor()));
    return reading.full(meeting);
  }

  MeetingView cancel(UUID id, String reason) {
    Meeting meeting = access.toConvene(id);
    meeting.cancel(reason);
    return reading.full(meeting);
  }

  MeetingView recordMinutes(UUID id, String text) {
    Meeting meeting = access.toConvene(id);
    meeting.recordMinutes(text);
    return reading.full(meeting);
  }
}
