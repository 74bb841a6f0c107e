package org.bihuan.dispatch.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.dispatch.delivery.Deliveries;
import org.bihuan.dispatch.delivery.Delivery;
import org.bihuan.dispatch.delivery.Delivery.Message;
import org.bihuan.dispatch.notification.Notification;
import org.bihuan.dispatch.notification.Outlet;
import org.bihuan.dispatch.recipient.Recipients;

/** Puts what came into an inbox into the queues of the channels that its rule names. */
@ApplicationScoped
class MessageOutlet implements Outlet {

  private final Recipients recipients;
  private final Deliveries deliveries;

  MessageOutlet(Recipients recipients, Deliveries deliveries) {
    this.recipients = recipients;
    this.deliveries = deliveries;
  }

  @Override
  public void people(Notification notification, Instant now) {
    Message message =
        new Message(notification.factKey(), notification.kind().name(), notification.text());
    String recipient = notification.recipient().word();
    recipients
        .channelsFor(notification.kind())
        .forEach(
            channel -> deliveries.enqueue(Delivery.toPeople(channel, recipient, message, now)));
  }
}
