package org.bihuan.acceptance.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * How the operations on notifications, webhooks and messages are asked so that they do their work.
 */
final class NotificationRequests {

  private static final String NEWEST = "?limit=200";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  NotificationRequests(District district) {
    this.district = district;
    byName.put("listNotificationRules", () -> ValidRequest.read(Map.of()));
    byName.put("listNotifications", () -> ValidRequest.list(NEWEST, district.notification()));
    byName.put("readNotification", () -> ValidRequest.act(id(district.notification()), null, 200));
    byName.put("listDeliveries", () -> ValidRequest.list(NEWEST, district.delivery()));
    byName.put("getDelivery", () -> ValidRequest.read(id(district.delivery())));
    byName.put("listRecordedMessages", () -> ValidRequest.list(NEWEST, district.recordedMessage()));
    webhooks();
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private void webhooks() {
    byName.put("listWebhooks", () -> ValidRequest.list("", district.webhook()));
    byName.put("getWebhook", () -> ValidRequest.read(id(district.webhook())));
    byName.put(
        "createWebhook",
        () -> {
          district.makeRoomForWebhooks();
          return ValidRequest.act(Map.of(), District.webhookOf(), 201);
        });
    byName.put(
        "replaceWebhook",
        () -> {
          String webhook = district.ownWebhook();
          String change = District.webhookOf().replaceFirst("}", ", \"active\": true}");
          String path = "/api/v1/webhooks/" + webhook;
          return ValidRequest.act(id(webhook), change, 200)
              .with("If-Match", district.version(Role.ADMIN, ServiceName.DISPATCH, path));
        });
    byName.put("deleteWebhook", () -> ValidRequest.act(id(district.ownWebhook()), null, 204));
  }

  private static Map<String, String> id(String id) {
    return Map.of("id", id);
  }
}
