package org.bihuan.inspection.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All cards. */
@ApplicationScoped
public class WarningCards implements PanacheRepositoryBase<WarningCard, UUID> {

  private static final Keyset<WarningCard> KEYSET =
      new Keyset<>(WarningCard.class, WarningCard::id)
          .sortableBy("issuedAt", WarningCard::issuedAt);

  Page<WarningCard> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Those that meet {@code criteria}, the first one first. */
  public List<WarningCard> all(Criteria criteria) {
    return KEYSET.all(getEntityManager(), criteria);
  }

  /** Those with these ids, by id. */
  public Map<UUID, WarningCard> ofIds(Collection<UUID> ids) {
    return list("id in ?1", ids).stream()
        .collect(Collectors.toMap(WarningCard::id, Function.identity()));
  }

  /** Keeps a card unless there is one of the same item and unit for the same limit or re-check. */
  void keep(WarningCard card) {
    String same =
        card.cause() == CardCause.OVERDUE
            ? "itemId = ?1 and unitCode = ?2 and dueAt = ?3"
            : "itemId = ?1 and unitCode = ?2 and recheckId = ?3";
    Object cause = card.cause() == CardCause.OVERDUE ? card.dueAt() : card.recheckId();
    if (count(same, card.itemId(), card.unit().code(), cause) == 0) {
      persist(card);
    }
  }
}
