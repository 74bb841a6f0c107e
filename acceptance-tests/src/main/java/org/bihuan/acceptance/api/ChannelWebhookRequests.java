package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** How the operations on the webhooks of a channel are asked so that they do their work. */
final class ChannelWebhookRequests {

  private static final String CHANNEL = "/api/v1/channels/" + District.CHANNEL;
  private static final String WEBHOOKS = CHANNEL + "/webhooks";
  private static final String DELIVERIES = CHANNEL + "/deliveries";

  /** So many are left to those who ask about them right now. */
  private static final int MANY_WEBHOOKS = 20;

  private static final String STAYING = "http://localhost:9/staying";
  private static final String PASSING = "http://localhost:9/bihuan";

  private final District district;
  private final Map<String, Supplier<ValidRequest>> byName = new HashMap<>();

  ChannelWebhookRequests(District district) {
    this.district = district;
    byName.put("listChannelWebhooks", () -> ValidRequest.list(code(), staying()).asking(""));
    byName.put("getChannelWebhook", () -> ValidRequest.read(id(staying())));
    byName.put(
        "createChannelWebhook",
        () -> {
          makeRoom();
          return ValidRequest.act(code(), webhookOf(PASSING), 201);
        });
    byName.put(
        "replaceChannelWebhook",
        () -> {
          String webhook = passing();
          return ValidRequest.act(id(webhook), changeOf(PASSING, true), 200)
              .with("If-Match", version(webhook));
        });
    byName.put("deleteChannelWebhook", () -> ValidRequest.act(id(passing()), null, 204));
    byName.put("renewChannelWebhookSecret", () -> ValidRequest.act(id(staying()), null, 200));
    byName.put("testChannelWebhook", () -> ValidRequest.act(id(staying()), null, 200));
    byName.put("listChannelDeliveries", () -> ValidRequest.list(code(), failed()));
    byName.put("getChannelDelivery", () -> ValidRequest.read(id(failed())));
    byName.put("redeliverToChannel", () -> ValidRequest.act(id(failed()), null, 200));
  }

  Map<String, Supplier<ValidRequest>> all() {
    return byName;
  }

  private static Map<String, String> code() {
    return Map.of("code", District.CHANNEL);
  }

  private static Map<String, String> id(String id) {
    return Map.of("code", District.CHANNEL, "id", id);
  }

  /** A webhook that stays, made when it is not there. */
  private String staying() {
    return known()
        .filter(webhook -> STAYING.equals(webhook.path("url").asText()))
        .findFirst()
        .map(webhook -> webhook.path("id").asText())
        .orElseGet(() -> make(STAYING));
  }

  /** One that nobody else asks about. */
  private String passing() {
    makeRoom();
    return make(PASSING);
  }

  /**
   * A call that was given up, made when there is none. Of a webhook of its own, where no other call
   * waits before it.
   */
  private String failed() {
    return firstFailed().orElseGet(this::giveUpOne).path("id").asText();
  }

  private JsonNode giveUpOne() {
    try (GoneReceiver receiver = new GoneReceiver()) {
      String webhook = make(receiver.address());
      ask("POST", WEBHOOKS + "/" + webhook + "/test", null, null);
      JsonNode failed = District.await("a call that was given up", this::firstFailed);
      ask("PUT", WEBHOOKS + "/" + webhook, changeOf(PASSING, true), version(webhook));
      return failed;
    }
  }

  private Optional<JsonNode> firstFailed() {
    return district.first(Role.ADMIN, ServiceName.INTAKE, DELIVERIES + "?status=FAILED");
  }

  private String make(String url) {
    return ask("POST", WEBHOOKS, webhookOf(url), null).path("id").asText();
  }

  private String version(String webhook) {
    return district.version(Role.ADMIN, ServiceName.INTAKE, WEBHOOKS + "/" + webhook);
  }

  private JsonNode ask(String method, String path, String json, String version) {
    Call call = Call.of(ServiceName.INTAKE, method, path, json).as(district.login(Role.ADMIN));
    return District.json(
        district.expectSuccess(version == null ? call : call.with("If-Match", version)));
  }

  private Stream<JsonNode> known() {
    return district.read(Role.ADMIN, ServiceName.INTAKE, WEBHOOKS).path("items").valueStream();
  }

  /** Ends the oldest where there are many; others may be at it in the same moment. */
  private void makeRoom() {
    List<String> passing =
        known()
            .filter(webhook -> !STAYING.equals(webhook.path("url").asText()))
            .map(webhook -> webhook.path("id").asText())
            .sorted()
            .toList();
    if (passing.size() >= 2 * MANY_WEBHOOKS) {
      passing.stream().limit(MANY_WEBHOOKS).forEach(this::end);
    }
  }

  private void end(String webhook) {
    Call call = Call.of(ServiceName.INTAKE, "DELETE", WEBHOOKS + "/" + webhook, null);
    district.send(call.as(district.login(Role.ADMIN)));
  }

  private static String webhookOf(String url) {
    return "{\"url\": \"%s\", \"events\": [\"PROBLEM_CANCELLED\"]}".formatted(url);
  }

  private static String changeOf(String url, boolean active) {
    return "{\"url\": \"%s\", \"events\": [\"PROBLEM_CANCELLED\"], \"active\": %s}"
        .formatted(url, active);
  }
}
