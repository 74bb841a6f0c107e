package org.bihuan.dispatch.notification;

import java.time.Instant;
import java.util.List;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/** A way on which news leave the inbox, in the transaction in which they are told. */
public interface Outlet {

  /** Takes what was put into somebody's inbox. */
  default void people(Notification notification, Instant now) {}

  /**
   * Takes all that is told of a kind at once, for whoever wants the kind.
   *
   * @param news one by one, or together when they are many
   */
  default void systems(NotificationKind kind, List<News> news, Instant now) {}
}
