package org.bihuan.dispatch.notification.message;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.notification.delivery.Carrier;
import org.bihuan.dispatch.notification.delivery.Delivery;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.delivery.Outcome;

/** Hands messages for people to the gateways, and knows under which phone whom one reaches. */
@ApplicationScoped
class MessageCarrier implements Carrier {

  private final SmsGateway sms;
  private final WeChatGateway weChat;
  private final UnitDirectory units;
  private final MessageConfig config;

  MessageCarrier(SmsGateway sms, WeChatGateway weChat, UnitDirectory units, MessageConfig config) {
    this.sms = sms;
    this.weChat = weChat;
    this.units = units;
    this.config = config;
  }

  @Override
  public Set<Channel> channels() {
    return Set.of(Channel.SMS, Channel.WECHAT);
  }

  @Override
  public Outcome carry(Delivery delivery) {
    Recipient recipient = Recipient.ofWord(delivery.address());
    if (delivery.channel() == Channel.WECHAT) {
      return weChat.send(delivery.id(), recipient, delivery.body());
    }
    return phoneOf(recipient)
        .map(phone -> sms.send(delivery.id(), phone, delivery.body()))
        .orElseGet(() -> Outcome.of(Outcome.Result.NO_ADDRESS));
  }

  private Optional<String> phoneOf(Recipient recipient) {
    if (Bound.UNIT.roles().contains(recipient.role())) {
      return QuarkusTransaction.requiringNew()
          .call(() -> units.called(recipient.code()).map(Unit::phone));
    }
    if (recipient.role().equals(Role.LINE_LEADER)) {
      return Optional.ofNullable(config.linePhones().get(recipient.code()));
    }
    return recipient.role().equals(Role.SPECIAL_TEAM) ? config.teamPhone() : Optional.empty();
  }
}
