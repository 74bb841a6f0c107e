package org.bihuan.dispatch.reply.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Shows what was demanded for good, at a place and everywhere, and ends it. */
@ApplicationScoped
@Transactional
public class StandingDemandDesk {

  private final StandingDemands demands;
  private final ItemAccess items;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  StandingDemandDesk(
      StandingDemands demands, ItemAccess items, Caller caller, IfMatch ifMatch, Clock clock) {
    this.demands = demands;
    this.items = items;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<StandingDemandView> page(StandingDemandFilter filter) {
    return demands.page(filter.criteria(), filter).map(StandingDemandView::of);
  }

  /** What holds where the problem of an item is, whichever item it was made with. */
  List<StandingDemandView> atPlaceOf(UUID itemId) {
    return demands.viewsAt(items.visible(itemId).problem().place());
  }

  StandingDemandView end(UUID id, String reason) {
    StandingDemand demand =
        demands
            .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(() -> new NotFound("demand-not-found"));
    ifMatch.check(demand.version());
    demand.end(reason, clock.instant(), caller.actor());
    demands.flush();
    return StandingDemandView.of(demand);
  }
}
