package org.bihuan.dispatch.campaign.point;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.NotFound;

/** The points of all target lists. */
@ApplicationScoped
public class CampaignPoints implements PanacheRepositoryBase<CampaignPoint, UUID> {

  private static final Keyset<CampaignPoint> PAGES =
      new Keyset<>(CampaignPoint.class, CampaignPoint::id);

  private static final String WAITING =
      "terms.unit.code = ?1 and status in ?2"
          + " and campaignId in (select c.id from Campaign c where c.closedAt is null)";

  /** All points of a campaign, held so that they do not change meanwhile. */
  public List<CampaignPoint> heldOf(UUID campaignId) {
    return find("campaignId = ?1 order by id", campaignId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * @throws NotFound {@code point-not-found} when the campaign has no such point
   */
  public CampaignPoint found(UUID campaignId, UUID id) {
    return find("campaignId = ?1 and id = ?2", campaignId, id)
        .firstResultOptional()
        .orElseThrow(() -> new NotFound("point-not-found"));
  }

  /** The same, held so that nobody else acts on it meanwhile. */
  CampaignPoint held(UUID campaignId, UUID id) {
    return find("campaignId = ?1 and id = ?2", campaignId, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> new NotFound("point-not-found"));
  }

  boolean isNumberTaken(UUID campaignId, String number) {
    return count("campaignId = ?1 and number = ?2", campaignId, number) > 0;
  }

  /** The point of a campaign that an item is there for. */
  Optional<CampaignPoint> ofItem(UUID campaignId, UUID itemId) {
    return find("campaignId = ?1 and itemId = ?2", campaignId, itemId).firstResultOptional();
  }

  /** The points that an item is there for, one in each of its campaigns at most. */
  List<CampaignPoint> ofItem(UUID itemId) {
    return list("itemId = ?1 order by id", itemId);
  }

  /** The points that an item was there for when it was cancelled, held. */
  List<CampaignPoint> releasedBy(UUID itemId) {
    return find("releasedItemId = ?1 order by id", itemId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Points of open campaigns for which a unit is to answer, and for which there is no item yet. */
  List<CampaignPoint> waitingFor(String unitCode) {
    return list(WAITING, unitCode, List.of(PointStatus.LISTED, PointStatus.SURVEYED));
  }

  Page<CampaignPoint> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
