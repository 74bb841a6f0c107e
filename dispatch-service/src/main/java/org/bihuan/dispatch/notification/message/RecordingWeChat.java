package org.bihuan.dispatch.notification.message;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.kit.delivery.Outcome;

/** Stands in for WeCom: records what it would send. */
@DefaultBean
@ApplicationScoped
class RecordingWeChat implements WeChatGateway {

  private final RecordedMessages recorded;

  RecordingWeChat(RecordedMessages recorded) {
    this.recorded = recorded;
  }

  @Override
  public Outcome send(UUID id, Recipient recipient, String text) {
    return recorded.record(id, Channel.WECHAT, recipient.word(), text);
  }
}
