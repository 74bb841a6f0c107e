package org.bihuan.inspection.coverage.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.coverage.visit.Visits;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.Week;

/** What leaders owe week by week, set against what was done. */
@ApplicationScoped
public class Obligations {

  private static final String LINES =
      "select distinct line_code from inspection where line_code is not null and started_at is not null";

  private final EntityManager database;
  private final Visits visits;
  private final ObligationPolicy policy;

  Obligations(EntityManager database, Visits visits, ObligationPolicy policy) {
    this.database = database;
    this.visits = visits;
    this.policy = policy;
  }

  /** Share of what is owed in {@code week} that is done. */
  public Figure doneIn(Week week) {
    List<ObligationView> owed = of(week);
    return Figure.share(
        owed.stream().filter(ObligationView::done).count(),
        owed.size(),
        "/api/v1/coverage/obligations?week=" + week + "&done=true");
  }

  /** The first leaders' before the work lines by code. */
  List<ObligationView> of(Week week) {
    List<ObligationView> owed = new ArrayList<>();
    owed.add(
        ObligationView.of(
            InspectionTier.FRONTLINE,
            null,
            visits.ofTier(InspectionTier.FRONTLINE, week),
            list(week, InspectionTier.FRONTLINE)));
    Map<String, Long> done = visits.ofLines(week);
    for (String line : lines()) {
      String list =
          list(week, InspectionTier.LINE)
              + "&lineCode="
              + URLEncoder.encode(line, StandardCharsets.UTF_8);
      owed.add(ObligationView.of(InspectionTier.LINE, line, done.getOrDefault(line, 0L), list));
    }
    return owed;
  }

  private Set<String> lines() {
    Set<String> lines = new TreeSet<>(policy.lines().orElse(Set.of()));
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> known = database.createNativeQuery(LINES).getResultList();
    known.forEach(line -> lines.add((String) line));
    return lines;
  }

  private static String list(Week week, InspectionTier tier) {
    return "/api/v1/coverage/visits?from=%s&to=%s&tier=%s".formatted(week.from(), week.to(), tier);
  }
}
