package org.bihuan.dispatch.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.dispatch.recipient.Channel;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every delivery, those that are over included. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  private static final Keyset<Delivery> PAGES = new Keyset<>(Delivery.class, Delivery::id);

  /**
   * Takes a place in the queue, unless the same message is or was on its way to the same address.
   */
  public void enqueue(Delivery delivery) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into delivery (id, channel, address, webhook_id, message_key, kind, body, status, attempts,
              next_attempt_at, created_at)
            select :id, :channel, :address, cast(:webhook as uuid), :key, :kind, :body, 'WAITING', 0, :now, :now
            on conflict on constraint delivery_once do nothing
            """)
        .setParameter("id", delivery.id())
        .setParameter("channel", delivery.channel().name())
        .setParameter("address", delivery.address())
        .setParameter(
            "webhook", delivery.webhookId() == null ? null : delivery.webhookId().toString())
        .setParameter("key", delivery.messageKey())
        .setParameter("kind", delivery.kind())
        .setParameter("body", delivery.body())
        .setParameter("now", delivery.createdAt())
        .executeUpdate();
  }

  /**
   * Those whose attempt is due, locked; what another replica has locked is passed over. Of one
   * address only the oldest few, so that none crowds the others out.
   *
   * @param busy addresses to leave alone
   */
  List<Delivery> due(Instant now, Collection<String> busy, int mostOfOne, int most) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        getEntityManager()
            .createNativeQuery(
                """
                select one.id
                from (select distinct channel, address from delivery
                      where status = 'WAITING' and next_attempt_at <= :now and address not in (:busy)) target
                cross join lateral (
                  select d.id from delivery d
                  where d.status = 'WAITING' and d.channel = target.channel and d.address = target.address
                    and d.next_attempt_at <= :now
                  order by d.next_attempt_at, d.id limit :mostOfOne for update skip locked) one
                limit :most
                """,
                UUID.class)
            .setParameter("now", now)
            .setParameter("busy", busy.isEmpty() ? List.of("") : busy)
            .setParameter("mostOfOne", mostOfOne)
            .setParameter("most", most)
            .getResultList();
    return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
  }

  List<DeliveryAttempt> attemptsOf(UUID deliveryId) {
    return getEntityManager()
        .createQuery(
            "from DeliveryAttempt a where a.deliveryId = :id order by a.number",
            DeliveryAttempt.class)
        .setParameter("id", deliveryId)
        .getResultList();
  }

  void add(DeliveryAttempt attempt) {
    getEntityManager().persist(attempt);
  }

  /** How many wait for another attempt after one that failed, by channel. */
  Map<Channel, Long> retrying() {
    Map<Channel, Long> retrying = new EnumMap<>(Channel.class);
    getEntityManager()
        .createQuery(
            "select d.channel, count(*) from Delivery d where d.status = WAITING and d.attempts > 0"
                + " group by d.channel",
            Object[].class)
        .getResultList()
        .forEach(row -> retrying.put((Channel) row[0], (Long) row[1]));
    return retrying;
  }

  Page<Delivery> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
