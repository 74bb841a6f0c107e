package org.bihuan.dispatch.notification.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
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
   * Makes this transaction the only one of all replicas that takes deliveries: two that looked at
   * the same moment would not see each other's leases.
   *
   * @return {@code false} when another one is at it
   */
  boolean claimTaking() {
    return (Boolean)
        getEntityManager()
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtext('delivery-sweep'))", Boolean.class)
            .getSingleResult();
  }

  /**
   * Those to be sent now, locked. An address is due when its oldest message is, so nothing goes
   * before what failed; it is passed over while any of its messages is leased. The addresses that
   * have been due for longest come first, each with its oldest few, so that none crowds the others
   * out.
   *
   * @param busy addresses to leave alone, as {@link Delivery#target()}
   */
  List<Delivery> due(Instant now, Collection<String> busy, int mostOfOne, int most) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        getEntityManager()
            .createNativeQuery(
                """
                with head as (
                  select distinct on (channel, address) channel, address, next_attempt_at
                  from delivery where status = 'WAITING'
                  order by channel, address, id),
                target as (
                  select head.* from head
                  where head.next_attempt_at <= :now and head.channel || ' ' || head.address not in (:busy)
                    and not exists (
                      select 1 from delivery leased
                      where leased.status = 'WAITING' and leased.channel = head.channel
                        and leased.address = head.address and leased.leased_until > :now)
                  order by head.next_attempt_at limit :most)
                select one.id
                from target
                cross join lateral (
                  select d.id from delivery d
                  where d.status = 'WAITING' and d.channel = target.channel and d.address = target.address
                  order by d.id limit :mostOfOne for update skip locked) one
                order by target.next_attempt_at, one.id
                limit :most
                """,
                UUID.class)
            .setParameter("now", now)
            .setParameter("busy", busy.isEmpty() ? List.of("") : busy)
            .setParameter("mostOfOne", mostOfOne)
            .setParameter("most", most)
            .getResultList();
    return ids.stream().map(this::findById).toList();
  }

  /**
   * What else waits for the address of one that failed waits as long as that one, in nobody's
   * hands, so that it comes after it.
   */
  void holdBack(Delivery failed, Instant until) {
    update(
        "nextAttemptAt = ?1, leasedUntil = null where channel = ?2 and address = ?3 and status = ?4 and id <> ?5",
        until,
        failed.channel(),
        failed.address(),
        DeliveryStatus.WAITING,
        failed.id());
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
