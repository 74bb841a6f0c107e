package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * How the operations on notifications, webhooks and messages are asked so that they do their work.
 */
final class NotificationRequests {

  private static final String NEWEST = "?limit=200";

  private static final String WEBHOOKS = "/api/v1/webhooks";

  private static final String STAYING = webhookOf().replace("/bihuan", "/staying");

  private static final int MANY_WEBHOOKS = 40;

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  NotificationRequests(District district) {
    this.district = district;
    byName.put("listNotificationRules", () -> ValidRequest.read(Map.of()));
    byName.put("listNotifications", () -> ValidRequest.list(NEWEST, notification()));
    byName.put("readNotification", () -> ValidRequest.act(id(notification()), null, 200));
    byName.put("listDeliveries", () -> ValidRequest.list(NEWEST, delivery()));
    byName.put("getDelivery", () -> ValidRequest.read(id(delivery())));
    byName.put("listRecordedMessages", () -> ValidRequest.list(NEWEST, recordedMessage()));
    webhooks();
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void webhooks() {
    byName.put("listWebhooks", () -> ValidRequest.list("", webhook()));
    byName.put("getWebhook", () -> ValidRequest.read(id(webhook())));
    byName.put(
        "createWebhook",
        () -> {
          makeRoomForWebhooks();
          return ValidRequest.act(Map.of(), webhookOf(), 201);
        });
    byName.put(
        "replaceWebhook",
        () -> {
          String webhook = ownWebhook();
          String change = webhookOf().replaceFirst("}", ", \"active\": true}");
          String path = "/api/v1/webhooks/" + webhook;
          return ValidRequest.act(id(webhook), change, 200)
              .with("If-Match", district.version(Role.ADMIN, ServiceName.DISPATCH, path));
        });
    byName.put("deleteWebhook", () -> ValidRequest.act(id(ownWebhook()), null, 204));
  }

  private static Map<String, String> id(String id) {
    return Map.of("id", id);
  }

  /**
   * A notification to the handlers of {@link District#UNIT}. Many items at a time are told as one,
   * so that it need not be about the one that is issued here.
   */
  private String notification() {
    district.issued();
    Call inbox =
        Call.of(
            ServiceName.DISPATCH, "GET", "/api/v1/notifications?limit=200&kind=ITEM_ISSUED", null);
    return District.await(
            "a notification",
            () ->
                District.json(district.expectSuccess(inbox.as(district.login(District.HANDLER))))
                    .path("items")
                    .valueStream()
                    .findFirst())
        .path("id")
        .asText();
  }

  /** A message that was to leave the system. */
  private String delivery() {
    notification();
    return District.await(
            "a delivery",
            () ->
                district.first(
                    Role.ADMIN, ServiceName.DISPATCH, "/api/v1/deliveries?channel=WECHAT"))
        .path("id")
        .asText();
  }

  /** A message that a stand-in has recorded. */
  private String recordedMessage() {
    notification();
    return District.await(
            "a recorded message",
            () -> district.first(Role.ADMIN, ServiceName.DISPATCH, "/api/v1/recorded-messages"))
        .path("id")
        .asText();
  }

  /** A webhook that stays, made when it is not there: there is an end to webhooks. */
  private String webhook() {
    return known()
        .filter(NotificationRequests::isToStay)
        .findFirst()
        .map(webhook -> webhook.path("id").asText())
        .orElseGet(() -> newWebhook(STAYING));
  }

  /** One that nobody else asks about. */
  private String ownWebhook() {
    makeRoomForWebhooks();
    return newWebhook(webhookOf());
  }

  private String newWebhook(String json) {
    return district.administer(WEBHOOKS, json).path("id").asText();
  }

  private Stream<JsonNode> known() {
    return district.read(Role.ADMIN, ServiceName.DISPATCH, WEBHOOKS).path("items").valueStream();
  }

  private static boolean isToStay(JsonNode webhook) {
    return STAYING.contains(webhook.path("url").asText());
  }

  /** Leaves room for further webhooks where there are many. */
  private void makeRoomForWebhooks() {
    List<JsonNode> passing = known().filter(webhook -> !isToStay(webhook)).toList();
    passing.stream()
        .limit(passing.size() < MANY_WEBHOOKS ? 0 : passing.size())
        .forEach(
            webhook ->
                district.expectSuccess(
                    Call.of(
                            ServiceName.DISPATCH,
                            "DELETE",
                            WEBHOOKS + "/" + webhook.path("id").asText(),
                            null)
                        .as(district.login(Role.ADMIN))));
  }

  /** The body of a webhook. */
  private static String webhookOf() {
    return """
        {"url": "http://localhost:9/bihuan", "secret": "whsec_%s", "kinds": ["SUSPENSION_REVIEW_OVERDUE"]}
        """
        .formatted("QUJDREVGR0hJSktMTU5PUFFSU1RVVldY");
  }
}
