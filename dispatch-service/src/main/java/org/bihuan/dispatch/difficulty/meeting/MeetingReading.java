package org.bihuan.dispatch.difficulty.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.difficulty.decision.Decision;
import org.bihuan.dispatch.difficulty.decision.DecisionView;
import org.bihuan.dispatch.difficulty.decision.Decisions;
import org.bihuan.dispatch.difficulty.escalation.Escalation;
import org.bihuan.dispatch.difficulty.escalation.Escalations;
import org.bihuan.dispatch.difficulty.escalation.NamedLeader;
import org.bihuan.kit.paging.Page;

/** Shows meetings as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class MeetingReading {

  private final Meetings meetings;
  private final Decisions decisions;
  private final Escalations escalations;
  private final MeetingAccess access;
  private final Clock clock;

  MeetingReading(
      Meetings meetings,
      Decisions decisions,
      Escalations escalations,
      MeetingAccess access,
      Clock clock) {
    this.meetings = meetings;
    this.decisions = decisions;
    this.escalations = escalations;
    this.access = access;
    this.clock = clock;
  }

  Page<MeetingView> page(MeetingFilter filter) {
    Page<Meeting> page = meetings.page(filter.narrow(access.criteria()), filter);
    Map<UUID, List<DecisionView>> decided =
        decided(page.items().stream().map(Meeting::id).toList());
    return page.map(meeting -> view(meeting, decided));
  }

  MeetingView read(UUID id) {
    return full(access.visible(id));
  }

  /** One meeting after everything the running transaction did to it. */
  MeetingView full(Meeting meeting) {
    meetings.flush();
    return view(meeting, decided(List.of(meeting.id())));
  }

  private Map<UUID, List<DecisionView>> decided(Collection<UUID> meetingIds) {
    Instant now = clock.instant();
    List<Escalation> submitted = escalations.decidedBy(meetingIds);
    return decisions.of(meetingIds).stream()
        .collect(
            Collectors.groupingBy(
                Decision::meetingId,
                Collectors.mapping(
                    made -> DecisionView.of(made, headsOf(made, submitted), now),
                    Collectors.toList())));
  }

  private static List<NamedLeader> headsOf(Decision decision, List<Escalation> submitted) {
    return submitted.stream()
        .filter(escalation -> escalation.meetingId().equals(decision.meetingId()))
        .filter(escalation -> escalation.decisionNumber() == decision.number())
        .findFirst()
        .map(Escalation::heads)
        .orElse(List.of());
  }

  private MeetingView view(Meeting meeting, Map<UUID, List<DecisionView>> decided) {
    return MeetingView.of(
        meeting, decided.getOrDefault(meeting.id(), List.of()), access.allowedActions(meeting));
  }
}
