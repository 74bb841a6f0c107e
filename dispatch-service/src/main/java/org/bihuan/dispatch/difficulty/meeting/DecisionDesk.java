package org.bihuan.dispatch.difficulty.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.difficulty.decision.Decision;
import org.bihuan.dispatch.difficulty.decision.DecisionEffect;
import org.bihuan.dispatch.difficulty.decision.DecisionPolicy;
import org.bihuan.dispatch.difficulty.decision.Decisions;
import org.bihuan.dispatch.difficulty.decision.NewDecision;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;

/** Records what meetings decide, with what follows from it, and that their tasks are done. */
@ApplicationScoped
@Transactional
public class DecisionDesk {

  private final MeetingAccess access;
  private final MeetingReading reading;
  private final Decisions decisions;
  private final DecisionEffect effect;
  private final UnitDirectory units;
  private final Clock clock;

  DecisionDesk(
      MeetingAccess access,
      MeetingReading reading,
      Decisions decisions,
      DecisionEffect effect,
      UnitDirectory units,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.decisions = decisions;
    this.effect = effect;
    this.units = units;
    this.clock = clock;
  }

  MeetingView decide(UUID id, NewDecision wanted) {
    Meeting meeting = access.toConvene(id);
    Instant now = clock.instant();
    DecisionPolicy.check(wanted, now);
    AssignedUnit unit =
        wanted.responsibleUnitCode() == null
            ? null
            : units.named(wanted.responsibleUnitCode(), "responsibleUnitCode");
    int number = meeting.decide(wanted.orderItemId(), unit);
    Decision decision = Decision.of(meeting.id(), number, wanted, unit, now, access.actor());
    decisions.persist(decision);
    effect.of(decision, meeting.kind(), meeting.lineCode());
    return reading.full(meeting);
  }

  MeetingView complete(UUID id, int number, String note) {
    Meeting meeting = access.toActOn(id);
    Decision decision =
        decisions
            .ofMeeting(meeting.id(), number)
            .orElseThrow(() -> new NotFound("decision-not-found"));
    if (!access.answersFor(decision.responsibleUnit())) {
      throw new Forbidden("not-responsible-unit");
    }
    decision.complete(note, clock.instant(), access.actor());
    meeting.countDone();
    return reading.full(meeting);
  }
}
