package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other systems are told, signed, again and again until they take it; nothing goes inside. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class WebhookTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER_SECRET = "whsec_" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @Inject District district;
  @Inject MovableClock clock;
  @Inject EntityManager entities;

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int answer = 204;
  private HttpServer server;

  /** A call as the receiver has it. */
  private record Call(HttpHeaders headers, String body) {

    String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    JsonPath json() {
      return JsonPath.from(body);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    // What earlier tests left to be told would be told together with what follows.
    await().atMost(PATIENCE).until(this::waiting, equalTo(0L));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @Transactional
  long waiting() {
    return (Long) entities.createQuery("select count(*) from WaitingFact f").getSingleResult();
  }

  @AfterEach
  void hang_up() {
    server.stop(0);
    clock.reset();
    as(ADMIN)
        .get(WEBHOOKS)
        .jsonPath()
        .<String>getList("items.id")
        .forEach(id -> as(ADMIN).delete(WEBHOOKS + "/" + id).then().statusCode(204));
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
    if (answer >= 300 && answer < 400) {
      exchange.getResponseHeaders().add("Location", "http://localhost/elsewhere");
    }
    byte[] said = answer == 204 ? new byte[0] : ("said " + answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer, answer == 204 ? -1 : said.length);
    if (answer != 204) {
      exchange.getResponseBody().write(said);
    }
    exchange.close();
  }

  private static Response create(String url, String secret, String kinds) {
    return as(ADMIN)
        .body(
            "{\"url\": \"%s\", \"secret\": \"%s\", \"kinds\": [%s]}".formatted(url, secret, kinds))
        .post(WEBHOOKS);
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook?from=bihuan";
  }

  private String webhook(String... kinds) {
    return create(url(), SECRET, "\"" + String.join("\", \"", kinds) + "\"")
        .then()
        .statusCode(201)
        .body("active", equalTo(true))
        .body("secret", nullValue())
        .extract()
        .path("id");
  }

  private Call awaitCallOf(String item) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> calls.stream().filter(call -> call.body().contains(item)).toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private static JsonPath deliveries(String webhook) {
    return as(ADMIN)
        .get("/api/v1/deliveries?limit=200&webhookId=" + webhook)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath delivery(String id) {
    return as(ADMIN).get("/api/v1/deliveries/" + id).then().statusCode(200).extract().jsonPath();
  }

  private String awaitAttempts(String webhook, int count) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                deliveries(webhook)
                    .<String>getList("items.findAll { it.attempts >= " + count + " }.id"),
            found -> !found.isEmpty())
        .get(0);
  }

  @Test
  void a_fact_is_told_once_signed_after_standard_webhooks() throws Exception {
    String webhook = webhook("ITEM_ISSUED");
    String item = district.issued();
    Call call = awaitCallOf(item);
    new Webhook(SECRET).verify(call.body(), call.headers());
    assertThat(call.header("content-type"), containsString("application/json"));
    assertThat(call.header("traceparent"), nullValue());
    assertThat(call.json().getString("type"), equalTo("item-issued"));
    assertThat(call.json().getString("timestamp"), notNullValue());
    assertThat(call.json().getInt("data.count"), equalTo(1));
    assertThat(call.json().getList("data.itemIds"), equalTo(List.of(item)));
    assertThat(call.json().getString("data.unitCode"), equalTo(District.ENFORCEMENT));
    assertThat(call.json().getString("data.list"), equalTo("/api/v1/order-items/" + item));
    assertThat(call.body(), not(containsString("摊贩")));
    await()
        .atMost(PATIENCE)
        .until(() -> deliveries(webhook).getList("items.status"), hasItem("DELIVERED"));
    String id = call.header("webhook-id");
    assertThat(delivery(id).getList("log.outcome"), equalTo(List.of("DELIVERED")));
    assertThat(delivery(id).getInt("log[0].statusCode"), equalTo(204));
    assertThat(delivery(id).getString("body"), equalTo(call.body()));
    String acknowledged = district.acknowledged();
    awaitCallOf(acknowledged);
    assertThat(calls.stream().filter(each -> each.body().contains(item)).toList(), hasSize(1));
  }

  @Test
  void kinds_that_nobody_asked_for_are_not_told() {
    webhook("ITEM_URGED");
    String item = district.acknowledged();
    as(TEAM)
        .body("{\"text\": \"请办理\"}")
        .post("/api/v1/order-items/" + item + "/urges")
        .then()
        .statusCode(201);
    awaitCallOf(item);
    assertThat(
        calls.stream().map(call -> call.json().getString("type")).toList(),
        everyItem(equalTo("item-urged")));
  }

  @Test
  void what_is_refused_is_tried_again_later_under_the_same_id_and_each_attempt_is_on_record() {
    answer = 500;
    String webhook = webhook("ITEM_ISSUED");
    String item = district.issued();
    Call first = awaitCallOf(item);
    String id = awaitAttempts(webhook, 1);
    assertThat(delivery(id).getString("delivery.status"), equalTo("WAITING"));
    assertThat(delivery(id).getString("log[0].answer"), equalTo("said 500"));
    answer = 200;
    clock.forward(Duration.ofSeconds(30));
    await()
        .atMost(PATIENCE)
        .until(() -> delivery(id).getString("delivery.status"), equalTo("DELIVERED"));
    JsonPath log = delivery(id);
    assertThat(log.getList("log.number"), equalTo(List.of(1, 2)));
    assertThat(log.getList("log.outcome"), equalTo(List.of("REFUSED", "DELIVERED")));
    assertThat(log.getList("log.statusCode"), equalTo(List.of(500, 200)));
    Call second = calls.get(calls.size() - 1);
    assertThat(second.header("webhook-id"), equalTo(first.header("webhook-id")));
    assertThat(second.header("webhook-timestamp"), not(equalTo(first.header("webhook-timestamp"))));
    assertThat(second.body(), equalTo(first.body()));
  }

  @Test
  void after_ten_attempts_it_is_given_up() {
    answer = 503;
    String webhook = webhook("ITEM_ISSUED");
    district.issued();
    for (int attempt = 1; attempt <= 10; attempt++) {
      awaitAttempts(webhook, attempt);
      clock.forward(Duration.ofHours(9));
    }
    String id = awaitAttempts(webhook, 10);
    assertThat(delivery(id).getString("delivery.status"), equalTo("FAILED"));
    assertThat(delivery(id).getString("delivery.nextAttemptAt"), nullValue());
    assertThat(delivery(id).getList("log"), hasSize(10));
  }

  @Test
  void a_redirect_is_a_refusal_and_410_ends_the_webhook_until_somebody_mends_it() {
    answer = 302;
    String webhook = webhook("ITEM_ISSUED");
    district.issued();
    String id = awaitAttempts(webhook, 1);
    assertThat(delivery(id).getString("log[0].outcome"), equalTo("REFUSED"));
    assertThat(calls, hasSize(greaterThanOrEqualTo(1)));
    answer = 410;
    clock.forward(Duration.ofMinutes(1));
    await()
        .atMost(PATIENCE)
        .until(() -> delivery(id).getString("delivery.status"), equalTo("FAILED"));
    Response gone = as(ADMIN).get(WEBHOOKS + "/" + webhook);
    gone.then()
        .statusCode(200)
        .body("active", equalTo(false))
        .body("closedBecause", equalTo("GONE"));
    answer = 204;
    String change =
        "{\"url\": \"%s\", \"secret\": \"%s\", \"kinds\": [\"ITEM_ISSUED\"], \"active\": true}"
            .formatted(url(), OTHER_SECRET);
    as(ADMIN).body(change).put(WEBHOOKS + "/" + webhook).then().statusCode(428);
    as(ADMIN)
        .header("If-Match", gone.header("ETag"))
        .body(change)
        .put(WEBHOOKS + "/" + webhook)
        .then()
        .statusCode(200)
        .body("active", equalTo(true))
        .body("closedBecause", nullValue());
    String item = district.issued();
    Call call = awaitCallOf(item);
    assertSigned(call, OTHER_SECRET);
  }

  private static void assertSigned(Call call, String secret) {
    try {
      // The clock of the test runs ahead, so the age of the signature is not looked at.
      String expected =
          new Webhook(secret)
              .sign(
                  call.header("webhook-id"),
                  Long.parseLong(call.header("webhook-timestamp")),
                  call.body());
      assertThat(call.header("webhook-signature"), equalTo(expected));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobody_at_the_other_end_is_no_reason_to_lose_it() {
    String webhook = webhook("ITEM_ISSUED");
    server.stop(0);
    district.issued();
    String id = awaitAttempts(webhook, 1);
    assertThat(delivery(id).getString("log[0].outcome"), equalTo("UNREACHABLE"));
    assertThat(delivery(id).getString("delivery.status"), equalTo("WAITING"));
  }

  @Test
  void a_name_that_leads_inside_later_is_not_called() {
    String webhook = webhook("ITEM_ISSUED");
    moveTo(webhook, "https://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    district.issued();
    String id = awaitAttempts(webhook, 1);
    assertThat(delivery(id).getString("log[0].outcome"), equalTo("ADDRESS_REFUSED"));
    assertThat(calls, hasSize(0));
  }

  @Transactional
  void moveTo(String webhook, String url) {
    entities
        .createNativeQuery("update webhook set url = :url where id = :id")
        .setParameter("url", url)
        .setParameter("id", UUID.fromString(webhook))
        .executeUpdate();
  }

  @Test
  void a_secret_is_kept_sealed_and_never_shown() {
    String webhook = webhook("ITEM_URGED");
    assertThat(as(ADMIN).get(WEBHOOKS + "/" + webhook).asString(), not(containsString("whsec_")));
    assertThat(as(ADMIN).get(WEBHOOKS).asString(), not(containsString("whsec_")));
    assertThat(sealed(webhook), not(containsString("MfKQ9r8GKYqr")));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/hook",
        "https://10.1.2.3/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://192.168.1.1:8443/x",
        "https://172.17.0.1/x",
        "https://100.64.0.1/x",
        "https://[::1]/x",
        "https://[fd00::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://0.0.0.0/x",
        "https://2130706433/x"
      })
  void an_address_inside_is_refused_when_it_is_named(String url) {
    create(url, SECRET, "\"ITEM_ISSUED\"")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("url"))
        .body("errors[0].code", equalTo("webhook-address-not-public"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.invalid/x",
        "ftp://hooks.invalid/x",
        "https://user:word@hooks.invalid/x",
        "https://hooks.invalid/x#y",
        "not an address",
        "https:///nohost",
        "file:///etc/passwd"
      })
  void what_is_no_https_address_is_refused(String url) {
    create(url, SECRET, "\"ITEM_ISSUED\"")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("webhook-url"));
  }

  @Test
  void hosts_secrets_and_kinds_that_cannot_be_are_refused_in_both_languages() {
    create("https://no-such-host.invalid/x", SECRET, "\"ITEM_ISSUED\"")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("webhook-host-unknown"))
        .body("errors[0].message", equalTo("The host of this address cannot be found"));
    as(ADMIN, "zh")
        .body(
            "{\"url\": \"https://no-such-host.invalid/x\", \"secret\": \"%s\", \"kinds\": [\"ITEM_ISSUED\"]}"
                .formatted(SECRET))
        .post(WEBHOOKS)
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("找不到该地址的主机"));
    create(url(), "too short", "\"ITEM_ISSUED\"")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("secret"));
    create(url(), "whsec_" + "A".repeat(33), "\"ITEM_ISSUED\"")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("webhook-secret"));
    create(url(), SECRET, "").then().statusCode(400).body("errors[0].field", equalTo("kinds"));
    create(url(), SECRET, "\"NOTHING\"").then().statusCode(400);
    String nobody = WEBHOOKS + "/" + UUID.randomUUID();
    as(ADMIN).get(nobody).then().statusCode(404).body("code", equalTo("webhook-not-found"));
    as(ADMIN).delete(nobody).then().statusCode(404);
    as(TEAM).get(WEBHOOKS).then().statusCode(403);
  }

  @Test
  void a_webhook_that_changed_meanwhile_is_not_removed() {
    String webhook = WEBHOOKS + "/" + webhook("ITEM_URGED");
    as(ADMIN)
        .header("If-Match", "\"999\"")
        .delete(webhook)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
    as(ADMIN).get(webhook).then().statusCode(200);
  }

  @Test
  void there_is_an_end_to_webhooks() {
    for (int i = 0; i < 50; i++) {
      webhook("ITEM_URGED");
    }
    create(url(), SECRET, "\"ITEM_URGED\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("too-many-webhooks"))
        .body("detail", containsString("50"));
  }

  @Test
  void what_waits_for_a_webhook_that_is_switched_off_is_sent_when_it_is_called_again() {
    answer = 500;
    String off = webhook("ITEM_ISSUED");
    district.issued();
    String waiting = awaitAttempts(off, 1);
    replaced(off, url(), false).then().statusCode(200).body("active", equalTo(false));
    answer = 204;
    clock.forward(Duration.ofMinutes(1));
    String other = webhook("ITEM_ISSUED");
    district.issued();
    await()
        .atMost(PATIENCE)
        .until(() -> deliveries(other).getList("items.status"), hasItem("DELIVERED"));
    assertThat(delivery(waiting).getInt("delivery.attempts"), equalTo(1));
    assertThat(delivery(waiting).getString("delivery.status"), equalTo("WAITING"));
    replaced(off, url(), true).then().statusCode(200);
    await()
        .atMost(PATIENCE)
        .until(() -> delivery(waiting).getString("delivery.status"), equalTo("DELIVERED"));
  }

  @Test
  void a_webhook_whose_host_is_gone_can_be_switched_off_and_not_on_again() {
    String webhook = webhook("ITEM_URGED");
    String gone = "https://no-such-host.invalid/x";
    moveTo(webhook, gone);
    replaced(webhook, gone, false).then().statusCode(200).body("active", equalTo(false));
    replaced(webhook, gone, true)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("webhook-host-unknown"));
  }

  private static Response replaced(String webhook, String url, boolean active) {
    return as(ADMIN)
        .header("If-Match", as(ADMIN).get(WEBHOOKS + "/" + webhook).header("ETag"))
        .body(
            "{\"url\": \"%s\", \"kinds\": [\"ITEM_ISSUED\"], \"active\": %s}"
                .formatted(url, active))
        .put(WEBHOOKS + "/" + webhook);
  }

  @Test
  void a_webhook_that_is_removed_takes_what_waits_for_it_along() {
    answer = 500;
    String webhook = webhook("ITEM_ISSUED");
    district.issued();
    awaitAttempts(webhook, 1);
    as(ADMIN).delete(WEBHOOKS + "/" + webhook).then().statusCode(204);
    assertThat(deliveries(webhook).getList("items"), hasSize(0));
  }
}
