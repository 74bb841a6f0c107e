package org.bihuan.dispatch.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.dispatch.notification.Notification;
import org.bihuan.dispatch.notification.Outlet;
import org.bihuan.dispatch.notification.delivery.Deliveries;
import org.bihuan.dispatch.notification.delivery.Delivery;
import org.bihuan.dispatch.notification.delivery.Delivery.Message;
import org.bihuan.dispatch.notification.recipient.Recipients;

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
