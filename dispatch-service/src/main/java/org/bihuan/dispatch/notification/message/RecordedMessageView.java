package org.bihuan.dispatch.notification.message;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;

/**
 * What a stand-in would have sent.
 *
 * @param deliveryId message whose attempt it was
 * @param channel SMS or WECHAT
 * @param address phone, all but its ends masked; by WeChat the role and what bounds it
 * @param text what would have been sent
 * @param recordedAt when
 */
public record RecordedMessageView(
    @NotNull UUID id,
    @NotNull UUID deliveryId,
    @NotNull Channel channel,
    @NotNull String address,
    @NotNull String text,
    @NotNull Instant recordedAt) {

  static RecordedMessageView of(RecordedMessage message) {
    return new RecordedMessageView(
        message.id(),
        message.deliveryId(),
        message.channel(),
        message.address(),
        message.text(),
        message.recordedAt());
  }
}
