package org.bihuan.dispatch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;

/** Shows people what they are told, and notes what they have read. */
@ApplicationScoped
@Transactional
public class NotificationDesk {

  private final Notifications notifications;
  private final NotificationAccess access;
  private final Clock clock;

  NotificationDesk(Notifications notifications, NotificationAccess access, Clock clock) {
    this.notifications = notifications;
    this.access = access;
    this.clock = clock;
  }

  Page<NotificationView> page(NotificationFilter filter) {
    String subject = access.subject();
    Page<Notification> page =
        notifications.page(filter.criteria(access.visible(), subject), filter);
    Map<UUID, Instant> read =
        notifications.readBy(subject, page.items().stream().map(Notification::id).toList());
    return page.map(each -> NotificationView.of(each, read.get(each.id())));
  }

  NotificationView read(UUID id) {
    Notification notification =
        notifications
            .visible(id, access.visible())
            .orElseThrow(() -> new NotFound("notification-not-found"));
    notifications.markRead(id, access.subject(), clock.instant());
    return NotificationView.of(
        notification, notifications.readBy(access.subject(), List.of(id)).get(id));
  }
}
