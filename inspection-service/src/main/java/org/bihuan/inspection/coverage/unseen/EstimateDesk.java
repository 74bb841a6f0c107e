package org.bihuan.inspection.coverage.unseen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Invalid;

/** Shows who told of problems, and how many nobody told of. */
@ApplicationScoped
@Transactional
public class EstimateDesk {

  private final KnownProblems problems;
  private final EstimatePolicy policy;
  private final Clock clock;

  EstimateDesk(KnownProblems problems, EstimatePolicy policy, Clock clock) {
    this.problems = problems;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * The estimate for a period, which ends now for {@code null}.
   *
   * @param beginning its first moment, or {@code null} for one of the usual length
   * @throws Invalid {@code period-empty} when it does not begin before it ends
   */
  EstimateView estimate(Instant beginning, Instant end) {
    Instant to = end == null ? clock.instant() : end;
    Instant from = beginning == null ? to.minus(policy.period()) : beginning;
    if (!from.isBefore(to)) {
      throw new Invalid("from", "period-empty");
    }
    return EstimateView.of(from, to, counts(from, to));
  }

  /** Share of the problems first told of within a time that were found before a complaint. */
  public Figure foundFirst(Instant from, Instant to) {
    return counts(from, to).foundFirst();
  }

  Page<KnownProblemView> page(KnownProblemFilter filter) {
    return problems.page(filter.narrow(clock.instant()), filter).map(KnownProblemView::of);
  }

  private SourceCounts counts(Instant from, Instant to) {
    Criteria all = Sources.within(from, to);
    List<Criteria> parts =
        List.of(
            all.part(),
            all.part().where(Sources.COMPLAINED),
            all.part().where(Sources.FOUND),
            all.part().where(Sources.COMPLAINED).where(Sources.FOUND),
            all.part().where(Sources.FOUND_FIRST));
    return SourceCounts.of(from, to, problems.count(all, parts));
  }
}
