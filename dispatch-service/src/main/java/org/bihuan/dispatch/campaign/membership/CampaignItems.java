package org.bihuan.dispatch.campaign.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which items count, or counted, for which campaigns. */
@ApplicationScoped
public class CampaignItems implements PanacheRepositoryBase<CampaignItem, UUID> {

  /** That the item counts for the campaign now. */
  Optional<CampaignItem> of(UUID campaignId, UUID itemId) {
    return find("campaignId = ?1 and itemId = ?2 and leftAt is null", campaignId, itemId)
        .firstResultOptional();
  }

  /** Those of {@code itemIds} that count for the campaign now. */
  Set<UUID> among(UUID campaignId, Collection<UUID> itemIds) {
    return list("campaignId = ?1 and itemId in ?2 and leftAt is null", campaignId, itemIds).stream()
        .map(CampaignItem::itemId)
        .collect(Collectors.toSet());
  }

  /** The mechanism under which each of {@code itemIds} is worked on already, by item. */
  Map<UUID, String> mechanismsOf(Collection<UUID> itemIds) {
    return getEntityManager()
        .createQuery(
            """
            select distinct m.itemId, c.mechanismCode from CampaignItem m join Campaign c on c.id = m.campaignId
            where m.itemId in ?1 and m.leftAt is null and c.mechanismCode is not null
            """,
            Object[].class)
        .setParameter(1, itemIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1], (a, b) -> a));
  }
}
