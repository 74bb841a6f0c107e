package org.bihuan.inspection.coverage.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.kit.paging.Page;

/** Shows visits. */
@ApplicationScoped
@Transactional
class VisitDesk {

  private final Visits visits;
  private final VisitingHours hours;
  private final Clock clock;

  VisitDesk(Visits visits, VisitingHours hours, Clock clock) {
    this.visits = visits;
    this.hours = hours;
    this.clock = clock;
  }

  Page<VisitView> page(VisitFilter filter) {
    return visits
        .page(filter.narrow(hours, clock.instant()), filter)
        .map(visit -> VisitView.of(visit, hours));
  }
}
