package org.bihuan.dispatch.route;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import org.bihuan.dispatch.routing.RoutingRuleSets;
import org.bihuan.dispatch.routing.RoutingScope;

/** Finds the way of a problem. What decides is read once in a transaction. */
@TransactionScoped
public class Routing {

  private final RoutingRuleSets sets;
  private final RuleBooks books;
  private final Router router;
  private RuleBook inForce;

  Routing(RoutingRuleSets sets, RuleBooks books, Router router) {
    this.sets = sets;
    this.books = books;
    this.router = router;
  }

  /** The units for a problem, or why there are none, and by what. */
  public Route of(RoutingScope problem, Instant at) {
    if (inForce == null) {
      inForce = books.of(sets.active(at), at);
    }
    return router.route(inForce, problem, at);
  }
}
