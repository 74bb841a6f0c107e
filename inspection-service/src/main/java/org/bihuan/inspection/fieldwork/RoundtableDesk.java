package org.bihuan.inspection.fieldwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.Participant;
import org.bihuan.inspection.finding.DecisionDesk;
import org.bihuan.inspection.inspection.Inspection;
import org.bihuan.inspection.inspection.InspectionAccess;
import org.bihuan.inspection.inspection.InspectionReading;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.inspection.reference.Units;
import org.bihuan.inspection.roundtable.Roundtable;
import org.bihuan.inspection.roundtable.Roundtables;

/** Records round tables with what they decided. */
@ApplicationScoped
@Transactional
class RoundtableDesk {

  private final InspectionAccess access;
  private final InspectionReading reading;
  private final Roundtables roundtables;
  private final DecisionDesk decisions;
  private final Units units;
  private final Clock clock;

  RoundtableDesk(
      InspectionAccess access,
      InspectionReading reading,
      Roundtables roundtables,
      DecisionDesk decisions,
      Units units,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.roundtables = roundtables;
    this.decisions = decisions;
    this.units = units;
    this.clock = clock;
  }

  InspectionView hold(UUID id, NewRoundtable held) {
    Inspection inspection = access.toActOn(id);
    Instant now = clock.instant();
    Actor by = access.actor(inspection.tier());
    Instant heldAt = inspection.holdRoundtable(held.heldAt(), by, now);
    List<Participant> attendees = Participant.resolved(held.attendees(), "attendees", units);
    Roundtable roundtable = Roundtable.held(id, heldAt, held.place(), attendees, by, now);
    roundtables.persistAndFlush(roundtable);
    decisions.settle(id, roundtable.id(), heldAt, held.decisions(), by, now);
    return reading.full(inspection);
  }
}
