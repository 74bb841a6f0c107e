package org.bihuan.dispatch.notification;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.kit.web.Versioned;

/**
 * A notification as the one it was sent to sees it.
 *
 * @param kind what happened
 * @param recipient to whom it was sent: everybody with the role, within what bounds it
 * @param text what happened in a sentence, in Chinese; names serials, unit and limit
 * @param count how many facts of the kind it tells; more than one when they came at once
 * @param itemId item it is about, {@code null} when {@code count} is more than 1
 * @param problemSerial number of the problem, likewise
 * @param orderSerial number of the order, likewise; {@code null} while the item is on none
 * @param unit unit it is about, likewise: that of the task, or that which answers for the item
 * @param dueAt end of the limit at that moment, likewise
 * @param list address of the item or, for more than one, of the list in which such items are found
 * @param at when it was told
 * @param readAt when the caller read it, {@code null} before
 */
public record NotificationView(
    @NotNull UUID id,
    @NotNull NotificationKind kind,
    @NotNull Addressee recipient,
    @NotNull String text,
    int count,
    UUID itemId,
    String problemSerial,
    String orderSerial,
    UnitName unit,
    Instant dueAt,
    @NotNull String list,
    @NotNull Instant at,
    Instant readAt)
    implements Versioned {

  /**
   * To whom it was sent.
   *
   * @param role role, as tokens name it
   * @param code unit or work line, {@code null} for roles that nothing bounds
   */
  public record Addressee(@NotNull String role, String code) {

    static Addressee of(Recipient recipient) {
      return new Addressee(recipient.role(), recipient.code().isEmpty() ? null : recipient.code());
    }
  }

  /** It never changes, but for who has read it. */
  @Override
  public long version() {
    return 0;
  }

  static NotificationView of(Notification notification, Instant readAt) {
    return new NotificationView(
        notification.id(),
        notification.kind(),
        Addressee.of(notification.recipient()),
        notification.text(),
        notification.count(),
        notification.itemId(),
        notification.problemSerial(),
        notification.orderSerial(),
        notification.unit() == null ? null : notification.unit().published(),
        notification.dueAt(),
        notification.list(),
        notification.at(),
        readAt);
  }
}
