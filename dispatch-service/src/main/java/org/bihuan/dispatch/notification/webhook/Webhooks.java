package org.bihuan.dispatch.notification.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/** All webhooks. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

  List<Webhook> ordered() {
    return list("order by id");
  }

  /** The active ones that are told of a kind. */
  List<Webhook> toldOf(NotificationKind kind) {
    return list("active").stream().filter(webhook -> webhook.kinds().contains(kind)).toList();
  }

  Optional<Webhook> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
