package org.bihuan.dispatch.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every supervision order. */
@ApplicationScoped
public class Orders implements PanacheRepositoryBase<SupervisionOrder, UUID> {

  private static final Keyset<SupervisionOrder> PAGES =
      new Keyset<>(SupervisionOrder.class, SupervisionOrder::id)
          .sortableBy("issuedAt", SupervisionOrder::issuedAt);

  Page<SupervisionOrder> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The order {@code id} when it meets {@code visible}. */
  Optional<SupervisionOrder> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /**
   * The order {@code id}, held until the end of the transaction in its newest state, when it meets
   * {@code visible}.
   */
  public Optional<SupervisionOrder> held(UUID id, Criteria visible) {
    find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    return visible(id, visible);
  }

  /** The states in which the items of each order are; an order without items is missing. */
  Map<UUID, List<ItemStatus>> itemStates(Collection<UUID> orderIds) {
    return getEntityManager()
        .createQuery(
            "select distinct i.assignment.orderId, i.status from OrderItem i where i.assignment.orderId in ?1",
            Object[].class)
        .setParameter(1, orderIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (ItemStatus) row[1], Collectors.toList())));
  }
}
