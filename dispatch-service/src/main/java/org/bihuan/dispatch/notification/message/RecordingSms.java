package org.bihuan.dispatch.notification.message;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.Outcome;

/** Stands in for a gateway of text messages: records what it would send, the number masked. */
@DefaultBean
@ApplicationScoped
class RecordingSms implements SmsGateway {

  private static final int SHOWN_FIRST = 3;
  private static final int SHOWN_LAST = 2;

  private final RecordedMessages recorded;

  RecordingSms(RecordedMessages recorded) {
    this.recorded = recorded;
  }

  @Override
  public Outcome send(UUID id, String phone, String text) {
    return recorded.record(id, Channel.SMS, masked(phone), text);
  }

  /** Area or network, and the last two digits, which tell two units apart. */
  static String masked(String phone) {
    return phone.length() <= SHOWN_FIRST + SHOWN_LAST
        ? "****"
        : phone.substring(0, SHOWN_FIRST) + "****" + phone.substring(phone.length() - SHOWN_LAST);
  }
}
