package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Plans inspections, and calls them off. */
@ApplicationScoped
@Transactional
class InspectionDesk {

  private final InspectionAccess access;
  private final Inspections inspections;
  private final InspectionReading reading;
  private final InspectionReferences references;
  private final Clock clock;

  InspectionDesk(
      InspectionAccess access,
      Inspections inspections,
      InspectionReading reading,
      InspectionReferences references,
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
            references.resolved(planned),
            line,
            references.bounds(),
            access.actor(planned.tier()),
            clock.instant());
    inspections.persist(inspection);
    return reading.full(inspection);
  }

  InspectionView cancel(UUID id, String reason) {
    Inspection inspection = access.toActOn(id);
    inspection.cancel(reason);
    return reading.full(inspection);
  }
}
