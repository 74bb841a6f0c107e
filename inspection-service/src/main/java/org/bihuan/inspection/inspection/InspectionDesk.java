package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.inspection.inspection.trip.InspectionChange;
import org.bihuan.inspection.inspection.trip.NewPostponement;
import org.bihuan.inspection.inspection.trip.TripReferences;

/** Plans inspections, changes what is planned, and calls them off. */
@ApplicationScoped
@Transactional
class InspectionDesk {

  private final InspectionAccess access;
  private final Inspections inspections;
  private final InspectionReading reading;
  private final TripReferences references;
  private final Clock clock;

  InspectionDesk(
      InspectionAccess access,
      Inspections inspections,
      InspectionReading reading,
      TripReferences references,
      Clock clock) {
    this.access = access;
    this.inspections = inspections;
    this.reading = reading;
    this.references = references;
    this.clock = clock;
  }

  InspectionView plan(NewInspection planned) {
    String line = access.lineToPlan(planned);
    Inspection inspection =
        Inspection.plan(
            planned,
            references.resolved(planned),
            line,
            access.actor(planned.tier()),
            clock.instant());
    inspections.persist(inspection);
    return reading.full(inspection);
  }

  InspectionView change(UUID id, InspectionChange change) {
    Inspection inspection = access.toReplace(id);
    inspection.change(
        references.resolved(change), access.actor(inspection.tier()), clock.instant());
    return reading.full(inspection);
  }

  InspectionView postpone(UUID id, NewPostponement later) {
    Inspection inspection = access.toActOn(id);
    inspection.postpone(
        later.plannedFor(), later.reason(), access.actor(inspection.tier()), clock.instant());
    return reading.full(inspection);
  }

  InspectionView cancel(UUID id, String reason) {
    Inspection inspection = access.toActOn(id);
    inspection.cancel(reason, access.actor(inspection.tier()), clock.instant());
    return reading.full(inspection);
  }
}
