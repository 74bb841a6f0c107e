package org.bihuan.dispatch.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.notification.News;
import org.bihuan.dispatch.notification.Outlet;
import org.bihuan.dispatch.notification.delivery.Deliveries;
import org.bihuan.dispatch.notification.delivery.Delivery;
import org.bihuan.dispatch.notification.delivery.Delivery.Message;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/** Puts news into the queue of each webhook that wants them. */
@ApplicationScoped
class WebhookOutlet implements Outlet {

  private static final int MOST_ITEMS = 1000;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final ObjectMapper json;

  WebhookOutlet(Webhooks webhooks, Deliveries deliveries, ObjectMapper json) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.json = json;
  }

  /**
   * What a receiver is sent, in the form that Standard Webhooks recommends.
   *
   * @param type kind of the news, such as {@code item-overdue}
   * @param timestamp when it happened; when there are many, the newest
   */
  record Payload(String type, Instant timestamp, Data data) {}

  /**
   * What happened.
   *
   * @param count how many facts there are; what follows {@code list} is of one alone
   * @param itemIds the items, each once, the first 1000
   * @param list address of the item, or of the list in which such items are found
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      int count,
      List<UUID> itemIds,
      String list,
      String problemSerial,
      String orderSerial,
      String unitCode,
      Instant dueAt) {}

  @Override
  public void systems(NotificationKind kind, List<News> news, Instant now) {
    List<Webhook> told = webhooks.toldOf(kind);
    if (told.isEmpty()) {
      return;
    }
    for (News each : news) {
      Message message = new Message(each.key(), kind.name(), write(each));
      told.forEach(webhook -> deliveries.enqueue(Delivery.toWebhook(webhook.id(), message, now)));
    }
  }

  private String write(News news) {
    Data data =
        new Data(
            news.count(),
            news.itemIds().stream().limit(MOST_ITEMS).toList(),
            news.list(),
            news.problemSerial(),
            news.orderSerial(),
            news.unitCode(),
            news.dueAt());
    try {
      return json.writeValueAsString(new Payload(news.kind().wireName(), news.at(), data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
