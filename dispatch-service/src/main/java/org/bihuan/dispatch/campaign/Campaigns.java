package org.bihuan.dispatch.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.NotFound;

/** Every campaign, closed ones included. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

  private static final Keyset<Campaign> PAGES = new Keyset<>(Campaign.class, Campaign::id);

  /**
   * @throws NotFound {@code campaign-not-found}
   */
  public Campaign found(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> new NotFound("campaign-not-found"));
  }

  /**
   * The same, held so that nobody changes or closes it meanwhile. It is held before any item.
   *
   * @throws NotFound {@code campaign-not-found}
   */
  public Campaign held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> new NotFound("campaign-not-found"));
  }

  /**
   * The same for what is added to it.
   *
   * @throws org.bihuan.kit.refusal.Conflict {@code campaign-closed}
   */
  public Campaign open(UUID id) {
    Campaign campaign = held(id);
    campaign.requireOpen();
    return campaign;
  }

  /** Whether another campaign is called so. */
  boolean isNameTaken(Campaign campaign) {
    return !getEntityManager()
        .createQuery("select 1 from Campaign c where c.name = ?1 and c.id <> ?2", Integer.class)
        .setParameter(1, campaign.name())
        .setParameter(2, campaign.id())
        .setFlushMode(FlushModeType.COMMIT)
        .getResultList()
        .isEmpty();
  }

  Page<Campaign> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
