package org.bihuan.dispatch.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.decision.Decision;
import org.bihuan.dispatch.decision.DecisionView;
import org.bihuan.dispatch.decision.Decisions;
import org.bihuan.kit.paging.Page;

/** Shows meetings as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class MeetingReading {

  private final Meetings meetings;
  private final Decisions decisions;
  private final MeetingAccess access;
  private final Clock clock;

  MeetingReading(Meetings meetings, Decisions decisions, MeetingAccess access, Clock clock) {
    this.meetings = meetings;
    this.decisions = decisions;
    this.access = access;
    this.clock = clock;
  }

  Page<MeetingView> page(MeetingFilter filter) {
    Page<Meeting> page = meetings.page(filter.narrow(access.criteria()), filter);
    Map<UUID, List<Decision>> decided =
        decisions.of(page.items().stream().map(Meeting::id).toList()).stream()
            .collect(Collectors.groupingBy(Decision::meetingId));
    return page.map(meeting -> view(meeting, decided.getOrDefault(meeting.id(), List.of())));
  }

  MeetingView read(UUID id) {
    return full(access.visible(id));
  }

  /** One meeting after everything the running transaction did to it. */
  MeetingView full(Meeting meeting) {
    meetings.flush();
    return view(meeting, decisions.of(List.of(meeting.id())));
  }

  private MeetingView view(Meeting meeting, List<Decision> decided) {
    Instant now = clock.instant();
    return MeetingView.of(
        meeting,
        decided.stream().map(decision -> DecisionView.of(decision, now)).toList(),
        access.allowedActions(meeting));
  }
}
