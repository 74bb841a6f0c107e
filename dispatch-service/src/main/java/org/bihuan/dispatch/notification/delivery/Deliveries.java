package org.bihuan.dispatch.notification.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.delivery.DeliveryConfig;
import org.bihuan.kit.delivery.DeliveryQueue;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every delivery, those that are over included. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

  private static final Keyset<Delivery> PAGES = new Keyset<>(Delivery.class, Delivery::id);

  /** Of a delivery {@code e}: removed webhooks are hidden with their calls until both go. */
  static final String NOT_OF_A_REMOVED_WEBHOOK =
      "(e.webhookId is null or exists"
          + " (select 1 from Webhook w where w.id = e.webhookId and w.removedAt is null))";

  private final DeliveryQueue<Delivery> queue;

  Deliveries(EntityManager entities, DeliveryConfig config, Clock clock) {
    queue = new DeliveryQueue<>(entities, Delivery.class, config, clock);
  }

  Optional<Delivery> shown(UUID id) {
    return find("from Delivery e where e.id = ?1 and " + NOT_OF_A_REMOVED_WEBHOOK, id)
        .firstResultOptional();
  }

  /** Hands out what is due. */
  DeliveryQueue<Delivery> queue() {
    return queue;
  }

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

  /** Removes all calls of a webhook with their attempts, in short transactions. */
  public void forgetOf(UUID webhookId) {
    queue.forgetOf(webhookId);
  }

  Page<Delivery> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
