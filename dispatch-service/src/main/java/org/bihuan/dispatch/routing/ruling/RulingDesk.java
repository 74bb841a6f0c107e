package org.bihuan.dispatch.routing.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Shows rulings, and withdraws precedents. */
@ApplicationScoped
@Transactional
public class RulingDesk {

  private final Rulings rulings;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  RulingDesk(Rulings rulings, Caller caller, IfMatch ifMatch, Clock clock) {
    this.rulings = rulings;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<RulingView> page(RulingFilter filter) {
    return rulings.page(filter.criteria(), filter).map(RulingView::of);
  }

  RulingView read(UUID id) {
    return RulingView.of(rulings.findByIdOptional(id).orElseThrow(RulingDesk::unknown));
  }

  RulingView withdraw(UUID id, String reason) {
    Ruling ruling = rulings.held(id).orElseThrow(RulingDesk::unknown);
    ifMatch.check(ruling.version());
    ruling.withdraw(reason, clock.instant(), caller.actor());
    rulings.flush();
    return RulingView.of(ruling);
  }

  private static NotFound unknown() {
    return new NotFound("ruling-not-found");
  }
}
