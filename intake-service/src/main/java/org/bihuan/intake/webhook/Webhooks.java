package org.bihuan.intake.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All webhooks of all channels; those that were removed are found by what forgets them alone. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

  private static final String OF_CHANNEL = "channelCode = ?1 and id = ?2 and removedAt is null";

  List<Webhook> ofChannel(String channelCode) {
    return list("channelCode = ?1 and removedAt is null order by id", channelCode);
  }

  Optional<Webhook> ofChannel(String channelCode, UUID id) {
    return find(OF_CHANNEL, channelCode, id).firstResultOptional();
  }

  Optional<Webhook> heldOfChannel(String channelCode, UUID id) {
    return find(OF_CHANNEL, channelCode, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<Webhook> there(UUID id) {
    return find("id = ?1 and removedAt is null", id).firstResultOptional();
  }

  Optional<Webhook> held(UUID id) {
    return find("id = ?1 and removedAt is null", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Those that somebody switched off or removed; what ended by itself is not among them. */
  List<Webhook> switchedOff() {
    return list("active = false and closedBecause is null");
  }

  List<UUID> removedBefore(Instant moment) {
    return getEntityManager()
        .createQuery("select w.id from Webhook w where w.removedAt < :moment", UUID.class)
        .setParameter("moment", moment)
        .getResultList();
  }

  /** How many a channel has, nobody else adding one before this transaction ends. */
  long countHeld(String channelCode) {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:channel, 13)) as text)")
        .setParameter("channel", channelCode)
        .getSingleResult();
    return count("channelCode = ?1 and removedAt is null", channelCode);
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
