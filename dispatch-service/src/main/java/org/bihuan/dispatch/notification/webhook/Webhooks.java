package org.bihuan.dispatch.notification.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/** All webhooks; those that were removed are found by what forgets them alone. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

  private static final String THERE = "id = ?1 and removedAt is null";

  List<Webhook> ordered() {
    return list("removedAt is null order by id");
  }

  /** The active ones that are told of a kind. */
  List<Webhook> toldOf(NotificationKind kind) {
    return list("active").stream().filter(webhook -> webhook.kinds().contains(kind)).toList();
  }

  Optional<Webhook> there(UUID id) {
    return find(THERE, id).firstResultOptional();
  }

  Optional<Webhook> held(UUID id) {
    return find(THERE, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Those that somebody switched off or removed; what ended by itself is not among them. */
  List<UUID> switchedOff() {
    return getEntityManager()
        .createQuery(
            "select w.id from Webhook w where w.active = false and w.closedBecause is null",
            UUID.class)
        .getResultList();
  }

  List<UUID> removedBefore(Instant moment) {
    return getEntityManager()
        .createQuery("select w.id from Webhook w where w.removedAt < :moment", UUID.class)
        .setParameter("moment", moment)
        .getResultList();
  }

  /** How many there are, nobody else adding one before this transaction ends. */
  long countHeld() {
    getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('webhooks')) as text)")
        .getSingleResult();
    return count("removedAt is null");
  }
}
