package org.bihuan.inspection.coverage.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.Week;

/** Shows what leaders owe within a week, and what is done. */
@ApplicationScoped
@Transactional
class ObligationDesk {

  private final Obligations obligations;
  private final Clock clock;

  ObligationDesk(Obligations obligations, Clock clock) {
    this.obligations = obligations;
    this.clock = clock;
  }

  Page<ObligationView> page(ObligationFilter filter) {
    Week week = filter.week == null ? Week.of(clock.instant()) : filter.week;
    return filter.pageOf(obligations.of(week).stream().filter(filter::matches).toList());
  }
}
