package org.bihuan.dispatch.message;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.dispatch.delivery.Outcome;
import org.bihuan.dispatch.recipient.Channel;
import org.bihuan.dispatch.recipient.Recipient;

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
