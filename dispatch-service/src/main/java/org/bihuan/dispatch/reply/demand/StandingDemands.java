package org.bihuan.dispatch.reply.demand;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Place;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** What was demanded for good, by place. */
@ApplicationScoped
public class StandingDemands implements PanacheRepositoryBase<StandingDemand, UUID> {

  private static final Keyset<StandingDemand> PAGES =
      new Keyset<>(StandingDemand.class, StandingDemand::id);

  /** Half the side of the square within which two points are one place: about 50 metres. */
  private static final double DEGREES_NORTH = 0.00045;

  /** Keeps what the acceptance of a reply demanded, if anything. */
  public void keep(OrderItem item, Reply reply, Actor by) {
    if (reply.standingDemand() != null) {
      persist(StandingDemand.of(item, reply, by));
    }
  }

  /**
   * What holds at a place, oldest first: of the same address in the same sub-district, or of a
   * point within about 50 metres.
   */
  private List<StandingDemand> holdingAt(Place place) {
    AnyOf ways = new AnyOf();
    if (place.address() != null) {
      ways.or(
          "e.addressKey = %s and e.subdistrictCode is not distinct from %s",
          StandingDemand.key(place.address()), place.subdistrictCode());
    }
    if (place.longitude() != null && place.latitude() != null) {
      double east = DEGREES_NORTH / Math.cos(Math.toRadians(place.latitude()));
      ways.or(
          "e.latitude between %s and %s and e.longitude between %s and %s",
          place.latitude() - DEGREES_NORTH,
          place.latitude() + DEGREES_NORTH,
          place.longitude() - east,
          place.longitude() + east);
    }
    return PAGES.all(getEntityManager(), ways.criteria().where("e.endedAt is null"));
  }

  /** The same as clients see it. */
  public List<StandingDemandView> viewsAt(Place place) {
    return holdingAt(place).stream().map(StandingDemandView::of).toList();
  }

  Page<StandingDemand> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
