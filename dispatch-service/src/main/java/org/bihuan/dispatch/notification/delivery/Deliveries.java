package org.bihuan.dispatch.notification.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
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

  private final DeliveryQueue<Delivery> queue;

  Deliveries(EntityManager entities, DeliveryConfig config, Clock clock) {
    queue = new DeliveryQueue<>(entities, Delivery.class, config, clock);
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

  Page<Delivery> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
