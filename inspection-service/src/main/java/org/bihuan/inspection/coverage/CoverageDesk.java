package org.bihuan.inspection.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.inspection.coverage.obligation.Obligations;
import org.bihuan.inspection.coverage.unseen.EstimateDesk;
import org.bihuan.inspection.coverage.visit.Visits;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.Week;

/** Shows where inspections have been within a week. */
@ApplicationScoped
@Transactional
class CoverageDesk {

  private final Visits visits;
  private final Obligations obligations;
  private final EstimateDesk estimates;
  private final BlindSpotPolicy blindSpots;
  private final Clock clock;

  CoverageDesk(
      Visits visits,
      Obligations obligations,
      EstimateDesk estimates,
      BlindSpotPolicy blindSpots,
      Clock clock) {
    this.visits = visits;
    this.obligations = obligations;
    this.estimates = estimates;
    this.blindSpots = blindSpots;
    this.clock = clock;
  }

  /** The coverage of {@code asked}, of this week for {@code null}. */
  CoverageView read(Week asked) {
    Week week = asked == null ? Week.of(clock.instant()) : asked;
    return CoverageView.of(
        week,
        coverage(week),
        obligations.doneIn(week),
        estimates.foundFirst(week.from(), week.to()));
  }

  Page<SubdistrictCoverage> page(SubdistrictFilter filter) {
    Week week = filter.week == null ? Week.of(clock.instant()) : filter.week;
    return filter.pageOf(coverage(week).subdistricts().stream().filter(filter::matches).toList());
  }

  private WeekCoverage coverage(Week week) {
    return new WeekCoverage(week, visits.last(week.to()), visits.of(week), blindSpots.weeks());
  }
}
