package org.bihuan.dispatch.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Everybody's notifications, and who has read them. */
@ApplicationScoped
class Notifications implements PanacheRepositoryBase<Notification, UUID> {

  private static final Keyset<Notification> PAGES =
      new Keyset<>(Notification.class, Notification::id);

  Page<Notification> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  Optional<Notification> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /** When {@code subject} read which of {@code ids}. */
  Map<UUID, Instant> readBy(String subject, Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            "from ReadMark r where r.subject = :subject and r.notificationId in :ids",
            ReadMark.class)
        .setParameter("subject", subject)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(ReadMark::notificationId, ReadMark::readAt));
  }

  /** The first time counts. */
  void markRead(UUID id, String subject, Instant now) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into notification_read (id, notification_id, subject, read_at) values (:id, :notification, :subject, :now)
            on conflict do nothing
            """)
        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
        .setParameter("notification", id)
        .setParameter("subject", subject)
        .setParameter("now", now)
        .executeUpdate();
  }

  void forgetBefore(Instant moment) {
    delete("at < ?1", moment);
  }
}
