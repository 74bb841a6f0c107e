package org.bihuan.dispatch.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.RoutingRuleSets;
import org.bihuan.dispatch.routing.route.Router;
import org.bihuan.dispatch.routing.route.RuleBook;
import org.bihuan.dispatch.routing.route.RuleBooks;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;

/**
 * Rehearses a rule set over items that came in lately. Both sets decide as they would at this
 * moment, by the same policy as for a new problem; what became of an item by hand does not count.
 */
@ApplicationScoped
@Transactional
public class RehearsalDesk {

  private static final int MOST_ITEMS = 10_000;

  private final RoutingRuleSets sets;
  private final RuleBooks books;
  private final Router router;
  private final RecentItems items;
  private final Clock clock;

  RehearsalDesk(
      RoutingRuleSets sets, RuleBooks books, Router router, RecentItems items, Clock clock) {
    this.sets = sets;
    this.books = books;
    this.router = router;
    this.items = items;
    this.clock = clock;
  }

  RehearsalView rehearse(UUID id, RehearsalRequest request) {
    Instant now = clock.instant();
    Instant since = now.minus(request.span());
    RoutingRuleSet set =
        sets.findByIdOptional(id).orElseThrow(() -> new NotFound("rule-set-not-found"));
    RuleBook active = books.of(sets.active(now), now);
    RuleBook rehearsed = books.of(set, now);
    List<RoutedCase> cases = items.since(since, MOST_ITEMS + 1);
    List<RoutedCase> looked = cases.subList(0, Math.min(cases.size(), MOST_ITEMS));
    Rehearsal result = Rehearsal.of(active, rehearsed, looked, now);
    Page<RehearsalView.Difference> page =
        request
            .pageOf(result.different(), RoutedCase::itemId)
            .map(item -> difference(item, active, rehearsed, now));
    return new RehearsalView(
        set.number(),
        active.set().number(),
        since,
        looked.size(),
        cases.size() > MOST_ITEMS,
        result.different().size(),
        result.newlyRouted(),
        result.newlyUnrouted(),
        page.items(),
        page.nextCursor(),
        page.total());
  }

  private RehearsalView.Difference difference(
      RoutedCase item, RuleBook active, RuleBook rehearsed, Instant now) {
    return RehearsalView.Difference.of(
        item, router.route(active, item.scope(), now), router.route(rehearsed, item.scope(), now));
  }
}
