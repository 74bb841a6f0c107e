package org.bihuan.intake.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All webhooks of all channels. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

  List<Webhook> ofChannel(String channelCode) {
    return list("channelCode = ?1 order by id", channelCode);
  }

  Optional<Webhook> ofChannel(String channelCode, UUID id) {
    return find("channelCode = ?1 and id = ?2", channelCode, id).firstResultOptional();
  }

  Optional<Webhook> heldOfChannel(String channelCode, UUID id) {
    return find("channelCode = ?1 and id = ?2", channelCode, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<Webhook> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** How many a channel has, nobody else adding one before this transaction ends. */
  long countHeld(String channelCode) {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:channel, 13)) as text)")
        .setParameter("channel", channelCode)
        .getSingleResult();
    return count("channelCode", channelCode);
  }

  /** Codes of the channels that have a webhook which is called. */
  Set<String> toldChannels() {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select distinct w.channelCode from Webhook w where w.active", String.class)
            .getResultList());
  }
}
