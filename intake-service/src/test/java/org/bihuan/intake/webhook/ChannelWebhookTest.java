package org.bihuan.intake.webhook;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.webhook.Receiver.Call;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a channel keeps its webhooks, tries them, and sees what came of each call. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ChannelWebhookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CHANNEL = "DISTRICT_HOTLINE";
  private static final String WEBHOOKS = "/api/v1/channels/" + CHANNEL + "/webhooks";
  private static final String DELIVERIES = "/api/v1/channels/" + CHANNEL + "/deliveries";

  @Inject EntityManager entities;
  @Inject WebhookDesk desk;

  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  @Transactional
  void hang_up() {
    receiver.close();
    entities.createNativeQuery("delete from webhook").executeUpdate();
  }

  private static RequestSpecification clerk() {
    return As.as(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of(CHANNEL)));
  }

  private static String body(String url, String... events) {
    return "{\"url\": \"%s\", \"events\": [%s]}"
        .formatted(url, events.length == 0 ? "" : "\"" + String.join("\", \"", events) + "\"");
  }

  private static String change(String url, boolean active) {
    return "{\"url\": \"%s\", \"events\": [\"COMPLAINT_FILED\"], \"active\": %s}"
        .formatted(url, active);
  }

  private Response webhook() {
    Response made = clerk().body(body(receiver.url(), "COMPLAINT_FILED")).post(WEBHOOKS);
    made.then().statusCode(201);
    return made;
  }

  private static String path(Response webhook) {
    return WEBHOOKS + "/" + webhook.path("id");
  }

  /** Id of a call that tries the webhook. */
  private static String ping(Response webhook) {
    return clerk()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(path(webhook) + "/test")
        .then()
        .statusCode(200)
        .body("delivery.status", equalTo("WAITING"))
        .body("delivery.event", nullValue())
        .extract()
        .path("delivery.id");
  }

  private static JsonPath delivery(String id) {
    return clerk().get(DELIVERIES + "/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static void awaitDelivery(String id, String status, int attempts) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonPath found = delivery(id);
              return found.getString("delivery.status").equals(status)
                  && found.getInt("delivery.attempts") == attempts;
            });
  }

  /** As if what waits had been due so much earlier. */
  @Transactional
  void later(Duration by) {
    entities
        .createNativeQuery(
            "update delivery set next_attempt_at = next_attempt_at - cast(:by as interval)"
                + " where status = 'WAITING'")
        .setParameter("by", by.toString())
        .executeUpdate();
  }

  @Test
  void a_webhook_is_made_with_a_secret_that_is_shown_once_and_kept_sealed() {
    Response made = webhook();
    String secret = made.path("secret");
    made.then()
        .header("Location", endsWith(path(made)))
        .body("channel", equalTo(CHANNEL))
        .body("url", equalTo(receiver.url()))
        .body("events", contains("COMPLAINT_FILED"))
        .body("secret", startsWith("whsec_"))
        .body("formerSecretUntil", nullValue())
        .body("active", equalTo(true));
    clerk().get(path(made)).then().statusCode(200).body("secret", nullValue());
    clerk()
        .get(WEBHOOKS)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.secret", everyItem(nullValue()));
    assertFalse(sealed(made.path("id")).contains(secret.substring(6, 20)));
  }

  @Transactional
  String sealed(String webhook) {
    byte[] secret =
        (byte[])
            entities
                .createNativeQuery("select secret from webhook where id = :id", byte[].class)
                .setParameter("id", UUID.fromString(webhook))
                .getSingleResult();
    return new String(secret, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_channel_keeps_its_own_and_an_administrator_all() {
    Response made = webhook();
    RequestSpecification foreign = clerkOf("HOTLINE_12345");
    foreign.get(WEBHOOKS).then().statusCode(404).body("code", equalTo("channel-not-found"));
    clerkOf("HOTLINE_12345").get(path(made)).then().statusCode(404);
    clerkOf("HOTLINE_12345").delete(path(made)).then().statusCode(404);
    clerkOf("HOTLINE_12345").post(path(made) + "/secret").then().statusCode(404);
    clerkOf("HOTLINE_12345").post(path(made) + "/test").then().statusCode(404);
    clerkOf("HOTLINE_12345").get(DELIVERIES).then().statusCode(404);
    clerkOf("HOTLINE_12345")
        .get("/api/v1/channels/HOTLINE_12345/webhooks/" + made.path("id"))
        .then()
        .statusCode(404)
        .body("code", equalTo("webhook-not-found"));
    As.role(Role.SPECIAL_TEAM).get(WEBHOOKS).then().statusCode(403);
    As.role(Role.UNIT_HANDLER).get(DELIVERIES).then().statusCode(403);
    As.nobody().get(WEBHOOKS).then().statusCode(401);
    As.as(Identity.of(Role.CHANNEL_CLERK).withoutUsualClaims())
        .get(WEBHOOKS)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    As.role(Role.ADMIN).get(path(made)).then().statusCode(200);
    As.role(Role.ADMIN)
        .get("/api/v1/channels/NOWHERE/webhooks")
        .then()
        .statusCode(404)
        .body("code", equalTo("channel-not-found"));
    String key =
        As.role(Role.ADMIN)
            .body("{\"holder\": \"热线系统\"}")
            .post("/api/v1/channels/" + CHANNEL + "/keys")
            .path("secret");
    As.nobody().header("X-Api-Key", key).get(path(made)).then().statusCode(200);
    As.nobody()
        .header("X-Api-Key", key)
        .get("/api/v1/channels/HOTLINE_12345/webhooks")
        .then()
        .statusCode(404);
  }

  private static RequestSpecification clerkOf(String channel) {
    return As.as(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of(channel)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://hooks.invalid/x, webhook-url",
    "ftp://hooks.invalid/x, webhook-url",
    "https://user:word@hooks.invalid/x, webhook-url",
    "https://no-such-host.invalid/x, webhook-host-unknown",
    "https://127.0.0.1/x, webhook-address-not-public",
    "https://169.254.169.254/latest, webhook-address-not-public",
    "https://[::ffff:10.0.0.1]/x, webhook-address-not-public"
  })
  void an_address_that_cannot_be_called_is_refused(String url, String code) {
    clerk()
        .body(body(url, "COMPLAINT_FILED"))
        .post(WEBHOOKS)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("url"))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void events_that_there_are_not_and_a_sixth_webhook_are_refused() {
    clerk()
        .body(body(receiver.url()))
        .post(WEBHOOKS)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("events"));
    clerk().body(body(receiver.url(), "PING")).post(WEBHOOKS).then().statusCode(400);
    for (int i = 0; i < 5; i++) {
      webhook();
    }
    clerk()
        .body(body(receiver.url(), "COMPLAINT_FILED"))
        .post(WEBHOOKS)
        .then()
        .statusCode(409)
        .body("code", equalTo("too-many-webhooks"))
        .body("detail", containsString("5"));
  }

  @Test
  void a_webhook_is_changed_by_who_knows_its_version_and_removed() {
    Response made = webhook();
    clerk().body(change(receiver.url(), false)).put(path(made)).then().statusCode(428);
    clerk()
        .header("If-Match", "\"999\"")
        .body(change(receiver.url(), false))
        .put(path(made))
        .then()
        .statusCode(412);
    clerk()
        .header("If-Match", made.header("ETag"))
        .body(change("https://10.0.0.1/x", true))
        .put(path(made))
        .then()
        .statusCode(400);
    clerk()
        .header("If-Match", clerk().get(path(made)).header("ETag"))
        .body(change(receiver.url() + "&more=1", false))
        .put(path(made))
        .then()
        .statusCode(200)
        .body("active", equalTo(false))
        .body("url", endsWith("&more=1"));
    clerk()
        .post(path(made) + "/test")
        .then()
        .statusCode(409)
        .body("code", equalTo("webhook-not-active"));
    clerk().header("If-Match", "\"999\"").delete(path(made)).then().statusCode(412);
    clerk().delete(path(made)).then().statusCode(204);
    clerk().get(path(made)).then().statusCode(404).body("code", equalTo("webhook-not-found"));
    clerk().delete(path(made)).then().statusCode(404);
  }

  @Test
  void a_webhook_is_tried_and_what_came_of_it_is_on_record() {
    Response made = webhook();
    String id = ping(made);
    Call call = receiver.awaitCalls(1).get(0);
    assertEquals("ping", call.type());
    assertEquals(id, call.header("webhook-id"));
    assertTrue(call.isSignedBy(made.path("secret")));
    awaitDelivery(id, "DELIVERED", 1);
    assertEquals(call.body(), delivery(id).getString("body"));
    clerk()
        .get(DELIVERIES + "?status=DELIVERED&webhookId=" + made.path("id"))
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].outcome", equalTo("DELIVERED"))
        .body("items[0].statusCode", equalTo(204));
    clerk().get(DELIVERIES + "?event=COMPLAINT_FILED").then().body("items", hasSize(0));
    clerk().get(DELIVERIES + "?from=2099-01-01T00:00:00Z").then().body("items", hasSize(0));
    clerk()
        .header("Accept", "text/csv")
        .header("Accept-Language", "zh")
        .get(DELIVERIES)
        .then()
        .statusCode(200)
        .body(containsString("已送达"));
  }

  @Test
  void what_is_refused_is_tried_again_under_its_id_and_can_be_asked_for_once_more() {
    receiver.answers(500);
    Response made = webhook();
    String id = ping(made);
    awaitDelivery(id, "WAITING", 1);
    clerk()
        .get(DELIVERIES)
        .then()
        .body("items[0].outcome", equalTo("REFUSED"))
        .body("items[0].statusCode", equalTo(500))
        .body("items[0].answer", nullValue())
        .body("items[0].nextAttemptAt", notNullValue());
    clerk().get(DELIVERIES + "/" + id).then().body("log[0].answer", nullValue());
    As.role(Role.ADMIN).get(DELIVERIES).then().body("items[0].answer", equalTo("said 500"));
    As.role(Role.ADMIN)
        .get(DELIVERIES + "/" + id)
        .then()
        .body("log[0].answer", equalTo("said 500"));
    clerk()
        .post(DELIVERIES + "/" + id + "/redelivery")
        .then()
        .statusCode(409)
        .body("code", equalTo("delivery-under-way"));
    receiver.answers(204);
    later(Duration.ofSeconds(10));
    awaitDelivery(id, "DELIVERED", 2);
    clerk()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(DELIVERIES + "/" + id + "/redelivery")
        .then()
        .statusCode(200);
    awaitDelivery(id, "DELIVERED", 3);
    List<Call> calls = receiver.awaitCalls(3);
    assertEquals(1, calls.stream().map(call -> call.header("webhook-id")).distinct().count());
    assertEquals(1, calls.stream().map(Call::body).distinct().count());
    assertEquals(List.of("REFUSED", "DELIVERED", "DELIVERED"), delivery(id).getList("log.outcome"));
    clerk()
        .post(DELIVERIES + "/" + UUID.randomUUID() + "/redelivery")
        .then()
        .statusCode(404)
        .body("code", equalTo("delivery-not-found"));
  }

  @Test
  void after_ten_attempts_it_is_given_up_and_one_more_can_be_asked_for() {
    Response made = webhook();
    receiver.close();
    String id = ping(made);
    awaitDelivery(id, "WAITING", 1);
    afterEightMore();
    later(Duration.ofHours(9));
    awaitDelivery(id, "FAILED", 10);
    assertEquals("UNREACHABLE", delivery(id).getString("delivery.outcome"));
    clerk().post(DELIVERIES + "/" + id + "/redelivery").then().statusCode(200);
    awaitDelivery(id, "FAILED", 11);
  }

  @Transactional
  void afterEightMore() {
    entities.createNativeQuery("update delivery set attempts = 9").executeUpdate();
  }

  @Test
  void an_answer_410_ends_the_webhook_until_somebody_mends_it() {
    receiver.answers(410);
    Response made = webhook();
    String id = ping(made);
    awaitDelivery(id, "FAILED", 1);
    Response gone = clerk().get(path(made));
    gone.then().body("active", equalTo(false)).body("closedBecause", equalTo("GONE"));
    clerk()
        .post(DELIVERIES + "/" + id + "/redelivery")
        .then()
        .statusCode(409)
        .body("code", equalTo("webhook-not-active"));
    receiver.answers(204);
    clerk()
        .header("If-Match", gone.header("ETag"))
        .body(change(receiver.url(), true))
        .put(path(made))
        .then()
        .statusCode(200)
        .body("closedBecause", nullValue());
    clerk().post(DELIVERIES + "/" + id + "/redelivery").then().statusCode(200);
    awaitDelivery(id, "DELIVERED", 2);
  }

  @Test
  void while_secrets_change_both_sign_and_a_day_later_the_new_one_alone() {
    Response made = webhook();
    String former = made.path("secret");
    Response renewed = clerk().post(path(made) + "/secret");
    renewed
        .then()
        .statusCode(200)
        .body("secret", not(equalTo(former)))
        .body("formerSecretUntil", notNullValue());
    String secret = renewed.path("secret");
    ping(made);
    Call both = receiver.awaitCalls(1).get(0);
    assertEquals(2, both.header("webhook-signature").split(" ").length);
    assertTrue(both.isSignedBy(former));
    assertTrue(both.isSignedBy(secret));
    aDayLater();
    ping(made);
    Call alone = receiver.awaitCalls(2).get(1);
    assertTrue(alone.isSignedBy(secret));
    assertFalse(alone.isSignedBy(former));
  }

  @Test
  void who_renews_twice_does_not_end_the_secret_that_the_receiver_has() {
    Response made = webhook();
    String first = made.path("secret");
    String lost = clerk().post(path(made) + "/secret").path("secret");
    String last = clerk().post(path(made) + "/secret").path("secret");
    ping(made);
    Call call = receiver.awaitCalls(1).get(0);
    assertEquals(3, call.header("webhook-signature").split(" ").length);
    assertTrue(call.isSignedBy(first));
    assertTrue(call.isSignedBy(lost));
    assertTrue(call.isSignedBy(last));
    aDayLater();
    ping(made);
    assertEquals(1, receiver.awaitCalls(2).get(1).header("webhook-signature").split(" ").length);
  }

  @Test
  void what_waits_for_a_webhook_that_is_switched_off_is_sent_when_it_is_called_again() {
    receiver.answers(500);
    Response off = webhook();
    String waiting = ping(off);
    awaitDelivery(waiting, "WAITING", 1);
    replaced(off, change(receiver.url(), false)).then().statusCode(200);
    receiver.answers(204);
    later(Duration.ofMinutes(1));
    awaitDelivery(ping(webhook()), "DELIVERED", 1);
    awaitDelivery(waiting, "WAITING", 1);
    replaced(off, change(receiver.url(), true)).then().statusCode(200);
    awaitDelivery(waiting, "DELIVERED", 2);
  }

  private static Response replaced(Response webhook, String change) {
    return clerk()
        .header("If-Match", clerk().get(path(webhook)).header("ETag"))
        .body(change)
        .put(path(webhook));
  }

  @Test
  void an_answer_410_from_an_address_that_was_changed_meanwhile_ends_nothing() {
    Response made = webhook();
    UUID id = UUID.fromString(made.path("id"));
    assertFalse(desk.close(id, "https://former.invalid/x"));
    clerk().get(path(made)).then().body("active", equalTo(true));
    assertTrue(desk.close(id, receiver.url()));
    clerk().get(path(made)).then().body("closedBecause", equalTo("GONE"));
  }

  @Test
  void a_webhook_whose_host_is_gone_can_be_switched_off_and_not_on_again() {
    Response made = webhook();
    String gone = "https://no-such-host.invalid/x";
    nameNow(gone);
    replaced(made, change(gone, false)).then().statusCode(200).body("active", equalTo(false));
    replaced(made, change(gone, true))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("webhook-host-unknown"));
  }

  @Transactional
  void nameNow(String url) {
    entities
        .createNativeQuery("update webhook set url = :url")
        .setParameter("url", url)
        .executeUpdate();
  }

  @Test
  void no_name_is_looked_up_for_who_does_not_manage_the_channel() {
    String nowhere = "https://no-such-host.invalid/x";
    clerkOf("HOTLINE_12345")
        .body(body(nowhere, "COMPLAINT_FILED"))
        .post(WEBHOOKS)
        .then()
        .statusCode(404)
        .body("code", equalTo("channel-not-found"));
    clerkOf("HOTLINE_12345")
        .header("If-Match", "\"0\"")
        .body(change(nowhere, true))
        .put(path(webhook()))
        .then()
        .statusCode(404);
  }

  @Transactional
  void aDayLater() {
    entities
        .createNativeQuery(
            "update webhook_former_secret set ends_at = ends_at - interval '24 hours'")
        .executeUpdate();
  }
}
