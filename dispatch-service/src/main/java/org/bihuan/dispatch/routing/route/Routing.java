package org.bihuan.dispatch.routing.route;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.RoutingRuleSets;
import org.bihuan.dispatch.routing.RoutingScope;

/**
 * Finds the way of a problem. What decides about a category is read once in a transaction, and no
 * more than that.
 */
@TransactionScoped
public class Routing {

  private final RoutingRuleSets sets;
  private final RuleBooks books;
  private final Router router;
  private final Map<String, RuleBook> inForce = new HashMap<>();
  private RoutingRuleSet active;

  Routing(RoutingRuleSets sets, RuleBooks books, Router router) {
    this.sets = sets;
    this.books = books;
    this.router = router;
  }

  /** The units for a problem, or why there are none, and by what. */
  public Route of(RoutingScope problem, Instant at) {
    if (active == null) {
      active = sets.active(at);
    }
    RuleBook book =
        inForce.computeIfAbsent(problem.categoryCode(), code -> books.of(active, code, at));
    return router.route(book, problem, at);
  }
}
