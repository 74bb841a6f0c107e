package org.bihuan.inspection.recheck.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.kit.paging.Figure;

/** Shows who and what place has how many re-checks to do, each figure with the list behind it. */
@ApplicationScoped
@Transactional
class LoadDesk {

  private static final String OPEN = "/api/v1/rechecks?held=false&status=PLANNED&status=ASSIGNED";
  private static final String UNASSIGNED = "/api/v1/rechecks?held=false&status=PLANNED";
  private static final String OVERDUE = "/api/v1/rechecks?held=false&overdue=true";

  private final Loads loads;
  private final Clock clock;

  LoadDesk(Loads loads, Clock clock) {
    this.loads = loads;
    this.clock = clock;
  }

  LoadView read() {
    Instant now = clock.instant();
    long[] all = loads.inAll(now);
    return new LoadView(
        Figure.count(all[0], OPEN),
        Figure.count(all[1], UNASSIGNED),
        Figure.count(all[2], OVERDUE),
        loads.bySubdistrict(now).stream().map(LoadDesk::area).toList(),
        loads.byInspector(now).stream().map(LoadDesk::inspector).toList());
  }

  private static LoadView.AreaLoad area(Loads.Row row) {
    String there = "&subdistrictCode=" + row.key();
    return new LoadView.AreaLoad(
        row.key(),
        row.label(),
        Figure.count(row.open(), OPEN + there),
        Figure.count(row.unassigned(), UNASSIGNED + there),
        Figure.count(row.overdue(), OVERDUE + there),
        row.next());
  }

  private static LoadView.InspectorLoad inspector(Loads.Row row) {
    String named = "&inspector=" + URLEncoder.encode(row.key(), StandardCharsets.UTF_8);
    return new LoadView.InspectorLoad(
        row.key(),
        row.label(),
        Figure.count(row.open(), OPEN + named),
        Figure.count(row.overdue(), OVERDUE + named),
        row.next());
  }
}
