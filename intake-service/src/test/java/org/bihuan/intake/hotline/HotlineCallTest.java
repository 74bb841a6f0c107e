package org.bihuan.intake.hotline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed calls of hotlines: which are let in, each once, and which are not. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class HotlineCallTest {

  private static final String CHANNEL = "HOTLINE_12345";
  private static final String CALLS = "/hotlines/12345/calls";
  private static final String SANDBOX = "/hotlines/12345/sandbox/calls";
  private static final String SIGNING = "SIGNING";
  private static final String SIGNATURE = "X-Signature";
  private static final String TIMESTAMP = "X-Timestamp";
  private static final String NONCE = "X-Nonce";
  private static final String KEY_ID = "X-Key-Id";
  private static final String CODE = "code";
  private static final int FEWEST_BAD = 30;

  @Inject DataSource dataSource;
  @Inject Nonces nonces;

  private static String number() {
    return "12345-" + UUID.randomUUID();
  }

  private static String call(String sourceRef) {
    return """
    {"sourceRef": "%s", "text": "示例路 12 号 3 单元楼顶漏雨 💡", "categoryCode": "OTHER"}
    """
        .formatted(sourceRef);
  }

  private static String secret() {
    return HotlineKeys.only(CHANNEL, SIGNING).getString("secret");
  }

  private static void assertRefused(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body(CODE, equalTo(code));
  }

  private long count(String query, String value) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private long complaints(String sourceRef) throws SQLException {
    return count("select count(*) from complaint where source_ref = ?", sourceRef);
  }

  private long used(String nonce) throws SQLException {
    return count("select count(*) from hotline_nonce where nonce = ?", nonce);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "HOTLINE_12345", "hotline_12345"})
  void a_signed_call_becomes_a_complaint_of_the_channel_by_its_key(String hotline)
      throws SQLException {
    JsonPath key = HotlineKeys.only(CHANNEL, SIGNING);
    String number = number();
    Response answer =
        SignedCall.of(key.getString("secret"), call(number)).to("/hotlines/" + hotline + "/calls");
    answer
        .then()
        .statusCode(201)
        .header("Location", containsString("/api/v1/complaints/"))
        .body("channel", equalTo(CHANNEL))
        .body("sourceRef", equalTo(number))
        .body("serial", notNullValue());
    assertEquals(
        1,
        count(
            "select count(*) from ledger_entry where actor_role = 'CHANNEL_CLERK' and actor_subject = ?",
            "channel-key-" + key.getString("id")));
  }

  @Test
  void the_same_call_under_a_new_nonce_is_the_same_complaint() throws SQLException {
    String secret = secret();
    String number = number();
    String first = SignedCall.of(secret, call(number)).to(CALLS).path("id");
    SignedCall.of(secret, call(number)).to(CALLS).then().statusCode(200).body("id", equalTo(first));
    assertRefused(
        SignedCall.of(secret, call(number).replace("楼顶", "外墙")).to(CALLS),
        409,
        "source-ref-reused");
    assertEquals(1, complaints(number));
  }

  @Test
  void a_call_that_is_sent_again_as_it_is_is_refused() throws SQLException {
    String number = number();
    SignedCall call = SignedCall.of(secret(), call(number));
    call.to(CALLS).then().statusCode(201);
    assertRefused(call.to(CALLS), 409, "nonce-replayed");
    assertEquals(1, complaints(number));
  }

  @Test
  void of_a_call_sent_twice_at_the_same_instant_one_is_let_in() {
    SignedCall call = SignedCall.of(secret(), call(number()));
    List<CompletableFuture<Integer>> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sent.add(CompletableFuture.supplyAsync(() -> call.to(CALLS).statusCode()));
    }
    List<Integer> statuses = sent.stream().map(CompletableFuture::join).sorted().toList();
    assertEquals(201, statuses.get(0), statuses.toString());
    assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
  }

  @Test
  void a_nonce_is_forgotten_when_no_call_can_be_inside_the_window_any_more() throws SQLException {
    String secret = secret();
    String nonce = SignedCall.nonce();
    String now = Long.toString(Instant.now().getEpochSecond());
    SignedCall.of(secret, now, nonce, call(number())).to(CALLS).then().statusCode(201);
    assertEquals(
        1,
        count(
            "select count(*) from hotline_nonce where nonce = ? and expires_at > now() + interval '10 minutes'",
            nonce));
    nonces.forgetExpired();
    assertEquals(1, used(nonce));
    expire(nonce);
    SignedCall.of(secret, now, nonce, call(number())).to(CALLS).then().statusCode(201);
    expire(nonce);
    nonces.forgetExpired();
    assertEquals(0, used(nonce));
  }

  private void expire(String nonce) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update hotline_nonce set expires_at = now() - interval '1 second' where nonce = ?")) {
      statement.setString(1, nonce);
      assertEquals(1, statement.executeUpdate());
    }
  }

  @Test
  void a_time_with_an_offset_is_a_timestamp_too() {
    String time = Instant.now().atOffset(ZoneOffset.ofHours(8)).toString();
    SignedCall.of(secret(), time, SignedCall.nonce(), call(number()))
        .to(CALLS)
        .then()
        .statusCode(201);
  }

  @Test
  void whoever_is_outside_the_window_is_told_our_time() {
    Response answer =
        SignedCall.of(secret(), "1000000000", SignedCall.nonce(), call(number())).to(CALLS);
    assertRefused(answer, 401, "timestamp-outside-window");
    answer.then().body("detail", matchesPattern(".*20\\d\\d-\\d\\d-\\d\\dT.*Z.*"));
  }

  @Test
  void two_keys_are_live_while_they_are_changed_and_no_third() {
    JsonPath old = HotlineKeys.only(CHANNEL, SIGNING);
    JsonPath next = HotlineKeys.another(CHANNEL, SIGNING);
    assertRefused(HotlineKeys.issue(CHANNEL, SIGNING), 409, "two-signing-keys");
    for (JsonPath key : List.of(old, next)) {
      SignedCall.of(key.getString("secret"), call(number())).to(CALLS).then().statusCode(201);
      SignedCall.of(key.getString("secret"), call(number()))
          .with(KEY_ID, key.getString("id"))
          .to(CALLS)
          .then()
          .statusCode(201);
    }
    assertRefused(
        SignedCall.of(old.getString("secret"), call(number()))
            .with(KEY_ID, next.getString("id"))
            .to(CALLS),
        401,
        "signature-wrong");
    HotlineKeys.revoke(CHANNEL, old.getString("id"));
    assertRefused(
        SignedCall.of(old.getString("secret"), call(number())).to(CALLS), 401, "signature-wrong");
    SignedCall.of(next.getString("secret"), call(number())).to(CALLS).then().statusCode(201);
    HotlineKeys.another(CHANNEL, SIGNING);
  }

  @Test
  void a_secret_is_kept_sealed_and_shown_once() throws SQLException {
    JsonPath key = HotlineKeys.only(CHANNEL, SIGNING);
    String secret = key.getString("secret");
    assertEquals(32, Base64.getUrlDecoder().decode(secret).length);
    As.role(Role.ADMIN)
        .get("/api/v1/channels/" + CHANNEL + "/keys")
        .then()
        .statusCode(200)
        .body(not(containsString(secret)))
        .body("findAll { it.id == '" + key.getString("id") + "' }.use", contains(SIGNING));
    assertEquals(
        1,
        count(
            "select count(*) from channel_key where id::text = ? and key_hash is null"
                + " and position(convert_to('"
                + secret
                + "', 'UTF8') in sealed_secret) = 0",
            key.getString("id")));
  }

  @Test
  void no_key_serves_the_end_of_another() {
    String signing = secret();
    String sandbox = HotlineKeys.only(CHANNEL, "SANDBOX").getString("secret");
    String api = HotlineKeys.another(CHANNEL, "API").getString("secret");
    for (String secret : List.of(signing, sandbox)) {
      RestAssured.given()
          .header("X-Api-Key", secret)
          .get("/api/v1/complaints")
          .then()
          .statusCode(401);
    }
    RestAssured.given().header("X-Api-Key", api).get("/api/v1/complaints").then().statusCode(200);
    for (String secret : List.of(sandbox, api)) {
      assertRefused(SignedCall.of(secret, call(number())).to(CALLS), 401, "signature-wrong");
    }
    for (String secret : List.of(signing, api)) {
      assertRefused(SignedCall.of(secret, call(number())).to(SANDBOX), 401, "signature-wrong");
    }
  }

  @Test
  void a_login_or_a_key_beside_it_is_no_signature() {
    String api = HotlineKeys.another(CHANNEL, "API").getString("secret");
    assertRefused(As.role(Role.ADMIN).body(call(number())).post(CALLS), 401, "signature-missing");
    assertRefused(
        As.nobody().header("X-Api-Key", api).body(call(number())).post(CALLS),
        401,
        "signature-missing");
  }

  @Test
  void an_unknown_hotline_is_told_apart() {
    assertRefused(
        SignedCall.of(secret(), call(number())).to("/hotlines/12300/calls"),
        404,
        "hotline-not-found");
    assertRefused(
        SignedCall.of(secret(), call(number())).to("/hotlines/12319/calls"),
        401,
        "signature-wrong");
  }

  @Test
  void the_desk_of_the_special_team_takes_no_calls() {
    String secret = HotlineKeys.only("SPECIAL_TEAM_DESK", SIGNING).getString("secret");
    assertRefused(
        SignedCall.of(secret, call(number())).to("/hotlines/special_team_desk/calls"),
        403,
        "channel-not-yours");
  }

  @Test
  void what_is_wrong_with_a_body_is_named_at_once() {
    String secret = secret();
    SignedCall.of(secret, "{\"text\": \"\", \"colour\": \"red\"}")
        .to(CALLS)
        .then()
        .statusCode(400)
        .body(CODE, equalTo("invalid-request"))
        .body("errors.field.sort()", contains("colour", "sourceRef", "text"));
    SignedCall.of(secret, "{\"channel\": \"WEB_FORM\", \"sourceRef\": \"1\", \"text\": \"漏雨\"}")
        .to(CALLS)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("other-hotline"));
    assertRefused(SignedCall.of(secret, "").to(CALLS), 400, "body-required");
    assertRefused(SignedCall.of(secret, "{").to(CALLS), 400, "malformed-json");
    assertRefused(SignedCall.of(secret, "null").to(CALLS), 400, "body-required");
    assertEquals(
        415,
        As.nobody().contentType("text/plain").body("漏雨").post(CALLS).statusCode(),
        "another media type");
  }

  @Test
  void the_channel_may_be_named() {
    String named = call(number()).replace("{", "{\"channel\": \"HOTLINE_12345\", ");
    SignedCall.of(secret(), named).to(CALLS).then().statusCode(201);
  }

  @Test
  void what_is_tried_out_is_answered_and_leaves_nothing() throws SQLException {
    String secret = HotlineKeys.only(CHANNEL, "SANDBOX").getString("secret");
    String number = number();
    Map<String, Long> before = rows();
    String called = "{\"sourceRef\": \"" + number + "\", \"text\": \"楼顶防水层开裂，下雨漏水\"}";
    SignedCall call = SignedCall.of(secret, called);
    call.to(SANDBOX)
        .then()
        .statusCode(200)
        .body("sandbox", equalTo(true))
        .body("channel", equalTo(CHANNEL))
        .body("sourceRef", equalTo(number))
        .body("category.code", equalTo("ROOF_LEAK"));
    assertRefused(call.to(SANDBOX), 409, "nonce-replayed");
    SignedCall.of(secret, "{\"sourceRef\": \"1\", \"text\": \"x\", \"categoryCode\": \"NONE\"}")
        .to(SANDBOX)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-category"));
    assertEquals(before, rows());
  }

  /** What a complaint leaves, and the next numbers. */
  private Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : List.of("complaint", "problem", "ledger_entry", "stored_answer")) {
      rows.put(table, count("select count(*) from " + table + " where ? is not null", "any"));
    }
    for (String serial : List.of("complaint_serial", "problem_serial")) {
      rows.put(serial, count("select last_value from " + serial + " where ? is not null", "any"));
    }
    return rows;
  }

  /** A wrong call: what is put wrong with a right one, and how that is refused. */
  private record Bad(String name, UnaryOperator<SignedCall> wrong, String code) {}

  private static Bad header(String name, String header, String value, String code) {
    return new Bad(name, call -> call.with(header, value), code);
  }

  private static Bad signature(String name, UnaryOperator<String> wrong) {
    return new Bad(
        name,
        call -> call.with(SIGNATURE, wrong.apply(call.headers().get(SIGNATURE))),
        "signature-wrong");
  }

  private static byte[] bytes(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }

  static Stream<Arguments> bad() {
    String wrong = "signature-wrong";
    String missing = "signature-missing";
    String timestamp = "timestamp-malformed";
    String outside = "timestamp-outside-window";
    String nonce = "nonce-malformed";
    long now = Instant.now().getEpochSecond();
    return Stream.of(
            header("no signature", SIGNATURE, null, missing),
            header("no timestamp", TIMESTAMP, null, missing),
            header("no nonce", NONCE, null, missing),
            header("an empty signature", SIGNATURE, "", missing),
            signature("capitals", right -> right.toUpperCase(Locale.ROOT)),
            signature("one digit less", right -> right.substring(1)),
            signature("one digit more", right -> right + "0"),
            signature(
                "other first digit",
                right -> (right.charAt(0) == '0' ? "1" : "0") + right.substring(1)),
            signature(
                "other last digit",
                right -> right.substring(0, 63) + (right.charAt(63) == '0' ? "1" : "0")),
            signature("zeros", right -> "0".repeat(64)),
            signature("base64", right -> Base64.getEncoder().encodeToString(bytes(right))),
            signature("base64url", right -> Base64.getUrlEncoder().encodeToString(bytes(right))),
            signature("a word before it", right -> "sha256=" + right),
            signature("twice", right -> right + "," + right),
            signature("quotes", right -> '"' + right + '"'),
            signature("0x", right -> "0x" + right),
            signature("colons", right -> right.replaceAll("(..)(?!$)", "$1:")),
            signature("not hexadecimal", right -> "g" + right.substring(1)),
            signature("64 odd characters", right -> "é".repeat(64)),
            signature("very long", right -> right.repeat(100)),
            header("a time of another second", TIMESTAMP, Long.toString(now - 7), wrong),
            header("the same second with a zero before it", TIMESTAMP, "0" + now, wrong),
            header("another nonce", NONCE, "n".repeat(32), wrong),
            header("an unknown key", KEY_ID, UUID.randomUUID().toString(), wrong),
            header("no id of a key", KEY_ID, "key", wrong),
            new Bad("another body", call -> call.carrying("{}"), wrong),
            new Bad("no body", call -> call.carrying(""), wrong),
            new Bad(
                "a line feed more",
                call -> call.carrying(new String(call.body(), StandardCharsets.UTF_8) + "\n"),
                wrong),
            header("milliseconds", TIMESTAMP, now + "000", timestamp),
            header("a word for a time", TIMESTAMP, "now", timestamp),
            header("a local time", TIMESTAMP, "2026-11-30T08:00:00", timestamp),
            header("a time below zero", TIMESTAMP, "-" + now, timestamp),
            header("a time with a point", TIMESTAMP, now + ".5", timestamp),
            header("a time in hexadecimal", TIMESTAMP, Long.toHexString(now), timestamp),
            header("an empty time", TIMESTAMP, "", missing),
            header("the year 12026", TIMESTAMP, "+12026-11-30T08:00:00Z", timestamp),
            header("an old time", TIMESTAMP, Long.toString(now - 400), outside),
            header("a time ahead", TIMESTAMP, Long.toString(now + 400), outside),
            header("the beginning", TIMESTAMP, "0", outside),
            header("the end", TIMESTAMP, "99999999999", outside),
            header("a short nonce", NONCE, "n".repeat(15), nonce),
            header("a long nonce", NONCE, "n".repeat(129), nonce),
            header("a nonce with a space", NONCE, "nnnnnnnn nnnnnnnn", nonce),
            header("a nonce with a tabulator", NONCE, "nnnnnnnn\tnnnnnnnn", nonce),
            header("an empty nonce", NONCE, "", missing))
        .map(bad -> Arguments.of(bad.name(), bad));
  }

  @Test
  void the_bad_ones_are_enough() {
    assertTrue(bad().count() >= FEWEST_BAD);
  }

  /** Each is right but for one thing, which is then put right: nothing was used up by the wrong. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void a_bad_signature_is_refused_and_uses_nothing_up(String name, Bad bad) throws SQLException {
    String number = number();
    SignedCall right = SignedCall.of(live(), call(number));
    assertRefused(bad.wrong().apply(right).to(CALLS), 401, bad.code());
    assertEquals(0, complaints(number));
    assertEquals(0, used(right.headers().get(NONCE)));
    right.to(CALLS).then().statusCode(201);
  }

  private static String kept;

  /** One key for the whole table. */
  private static String live() {
    if (kept == null) {
      kept = secret();
    }
    return kept;
  }
}
