package org.bihuan.inspection.fieldwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.bulletin.BulletinSerials;
import org.bihuan.inspection.finding.DecisionDesk;
import org.bihuan.inspection.inspection.Inspection;
import org.bihuan.inspection.inspection.InspectionAccess;
import org.bihuan.inspection.inspection.InspectionReading;
import org.bihuan.inspection.inspection.InspectionView;

/** Concludes inspections. */
@ApplicationScoped
@Transactional
class ConclusionDesk {

  private final InspectionAccess access;
  private final InspectionReading reading;
  private final DecisionDesk decisions;
  private final BulletinSerials serials;
  private final Clock clock;

  ConclusionDesk(
      InspectionAccess access,
      InspectionReading reading,
      DecisionDesk decisions,
      BulletinSerials serials,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.decisions = decisions;
    this.serials = serials;
    this.clock = clock;
  }

  InspectionView conclude(UUID id, Conclusion conclusion) {
    Inspection inspection = access.toActOn(id);
    Instant now = clock.instant();
    Actor by = access.actor(inspection.tier());
    conclusion.unvisited().forEach(one -> inspection.skip(one.stop(), one.reason(), by, now));
    inspection.conclude(conclusion.summary(), decisions.undecided(id), serials::next, by, now);
    return reading.full(inspection);
  }
}
