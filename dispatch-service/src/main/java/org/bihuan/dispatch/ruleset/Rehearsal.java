package org.bihuan.dispatch.ruleset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.dispatch.routing.route.Decision;
import org.bihuan.dispatch.routing.route.RoutingPolicy;
import org.bihuan.dispatch.routing.route.RuleBook;

/**
 * What two rule sets make of the same items.
 *
 * @param different items about which they decide otherwise, in the order in which they came
 * @param newlyRouted how many of them only the rehearsed set gives to a unit
 * @param newlyUnrouted how many of them only the active set gives to a unit
 */
record Rehearsal(List<RoutedCase> different, int newlyRouted, int newlyUnrouted) {

  static Rehearsal of(RuleBook active, RuleBook rehearsed, List<RoutedCase> items, Instant at) {
    List<RoutedCase> different = new ArrayList<>();
    int routed = 0;
    int unrouted = 0;
    for (RoutedCase item : items) {
      Optional<Decision> now = RoutingPolicy.decide(active, item.scope(), at);
      Optional<Decision> then = RoutingPolicy.decide(rehearsed, item.scope(), at);
      if (!isSame(now, then)) {
        different.add(item);
        routed += now.isEmpty() ? 1 : 0;
        unrouted += then.isEmpty() ? 1 : 0;
      }
    }
    return new Rehearsal(different, routed, unrouted);
  }

  private static boolean isSame(Optional<Decision> now, Optional<Decision> then) {
    return now.isPresent() && then.isPresent()
        ? now.get().isAs(then.get())
        : now.isPresent() == then.isPresent();
  }
}
