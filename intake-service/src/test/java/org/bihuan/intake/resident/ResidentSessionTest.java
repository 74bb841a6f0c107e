package org.bihuan.intake.resident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A session opens a resident's own list, and ends. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ResidentSessionTest {

  private static final String SESSIONS = "/api/v1/public/mini-program/sessions";
  private static final String OWN = "/api/v1/public/my-complaints";
  private static final String NOWHERE = "01935c0a-0000-7000-8000-000000000001";

  @Inject DataSource dataSource;
  @Inject SessionDesk sessions;
  @Inject SessionSweep sweep;
  @Inject Residents residents;

  private static String account() {
    return "local-" + UUID.randomUUID();
  }

  private static int listed(String token) {
    return As.resident(token).get(OWN).statusCode();
  }

  /** Moves a session, and whoever has it, into the past. */
  private void age(String token, Duration by) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    for (String change :
        List.of(
            "update resident set last_login_at = last_login_at - make_interval(secs => ?) where id ="
                + " (select resident_id from resident_session where token_hash = ?)",
            "update resident_session set created_at = created_at - interval '60 d', expires_at ="
                + " expires_at - make_interval(secs => ?) where token_hash = ?")) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(change)) {
        statement.setDouble(1, by.toSeconds());
        statement.setBytes(2, hash);
        assertEquals(1, statement.executeUpdate());
      }
    }
  }

  private long residentsKept() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("select count(*) from resident");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void a_code_opens_a_session_for_thirty_days() {
    Response opened = As.nobody().body("{\"code\": \"local-li\"}").post(SESSIONS);
    opened
        .then()
        .statusCode(201)
        .header("Location", endsWith(SESSIONS + "/current"))
        .body("token", startsWith("bhs_"));
    Duration lasts =
        Duration.between(Instant.now(), Instant.parse(opened.<String>path("expiresAt")));
    assertTrue(lasts.compareTo(Duration.ofDays(29)) > 0, lasts.toString());
    assertTrue(lasts.compareTo(Duration.ofDays(30)) <= 0, lasts.toString());
    assertEquals(200, listed(opened.path("token")));
  }

  @Test
  void no_other_code_stands_in_for_one_of_wechat() {
    As.nobody()
        .body("{\"code\": \"081mQbGa1w\"}")
        .post(SESSIONS)
        .then()
        .statusCode(401)
        .body("code", equalTo("code-invalid"));
    As.nobody()
        .body("{}")
        .post(SESSIONS)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("code"));
  }

  @Test
  void a_token_that_was_never_given_is_none() {
    assertEquals(401, listed("bhs_nothing"));
    As.resident("bhs_nothing")
        .body("{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"漏雨\"}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(401);
    As.nobody().get(OWN).then().statusCode(401);
  }

  @Test
  void a_session_ends_by_itself_and_is_swept_away_with_a_resident_of_whom_nothing_is_kept()
      throws Exception {
    String token = sessions.open(account()).token();
    long known = residentsKept();
    age(token, Duration.ofDays(29));
    assertEquals(200, listed(token));
    age(token, Duration.ofDays(3));
    assertEquals(401, listed(token));
    sweep.run();
    assertEquals(known - 1, residentsKept());
  }

  @Test
  void a_resident_who_has_sent_something_stays_known() throws Exception {
    String account = account();
    String token = sessions.open(account).token();
    As.resident(token)
        .body("{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"楼道堆物\"}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    age(token, Duration.ofDays(40));
    sweep.run();
    As.resident(sessions.open(account).token())
        .get(OWN + "?count=exact")
        .then()
        .body("total", equalTo(1));
  }

  @Test
  void whoever_logs_out_ends_this_session_and_no_other() {
    String account = account();
    String phone = sessions.open(account).token();
    String tablet = sessions.open(account).token();
    As.resident(phone).delete(SESSIONS + "/current").then().statusCode(204);
    assertEquals(401, listed(phone));
    As.resident(phone).delete(SESSIONS + "/current").then().statusCode(401);
    assertEquals(200, listed(tablet));
  }

  @Test
  void a_sixth_session_ends_the_oldest() {
    String account = account();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i <= SessionDesk.MOST_OF_ONE; i++) {
      tokens.add(sessions.open(account).token());
    }
    assertEquals(
        List.of(401, 200, 200, 200, 200, 200),
        tokens.stream().map(ResidentSessionTest::listed).toList());
  }

  @Test
  void who_was_known_by_a_former_key_stays_the_same() {
    byte[] former = new byte[32];
    byte[] current = new byte[32];
    new Random().nextBytes(former);
    new Random().nextBytes(current);
    UUID first =
        QuarkusTransaction.requiringNew()
            .call(() -> residents.loggedIn(UUID.randomUUID(), former, Instant.now()));
    QuarkusTransaction.requiringNew().run(() -> residents.recognise(former, current));
    UUID again =
        QuarkusTransaction.requiringNew()
            .call(() -> residents.loggedIn(UUID.randomUUID(), current, Instant.now()));
    assertEquals(first, again);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/v1/complaints",
    "GET,  /api/v1/complaints/" + NOWHERE,
    "GET,  /api/v1/problems",
    "GET,  /api/v1/problems/stream",
    "GET,  /api/v1/ledger",
    "GET,  /api/v1/attachments/" + NOWHERE,
    "GET,  /api/v1/feedback",
    "GET,  /api/v1/call-backs",
    "GET,  /api/v1/channels/HOTLINE_12319/keys",
    "POST, /api/v1/complaints/" + NOWHERE + "/withdrawal",
    "POST, /api/v1/complaints/" + NOWHERE + "/reporter-disclosures",
    "GET,  /operations/dead-letters",
  })
  void a_session_opens_nothing_of_an_office(String verb, String path) {
    As.resident(sessions.open("local-curious").token())
        .body("{}")
        .request(verb, path)
        .then()
        .statusCode(403);
  }

  @Test
  void of_all_that_needs_a_login_a_session_opens_what_is_harmless_and_the_residents_own() {
    Map<String, Map<String, Map<String, Object>>> paths =
        As.nobody().get("/q/openapi?format=json").jsonPath().getMap("paths");
    Set<String> opened = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (verb, operation) -> {
                  if (needsLogin(operation) && asked(verb, path, operation) != 403) {
                    opened.add((String) operation.get("operationId"));
                  }
                }));
    assertEquals(
        Set.of(
            "endMiniProgramSession",
            "getCategory",
            "getMyComplaint",
            "listCategories",
            "listCategoryTree",
            "listChannels",
            "listLedgerHeads",
            "listLedgerKeys",
            "listMyComplaints",
            "listOtherBodies",
            // The signature of its key is all that counts there.
            "pushHotlineCall",
            "readMe",
            "tryHotlineCall",
            "withdrawMyComplaint"),
        opened);
  }

  private static boolean needsLogin(Map<String, Object> operation) {
    List<?> schemes = (List<?>) operation.getOrDefault("security", List.of());
    return !schemes.isEmpty() && !schemes.contains(Map.of());
  }

  private int asked(String verb, String path, Map<String, Object> operation) {
    RequestSpecification asking = As.resident(sessions.open("local-curious").token());
    if (operation.get("requestBody") instanceof Map<?, ?> body) {
      Map<?, ?> content = (Map<?, ?>) body.get("content");
      asking
          .config(
              RestAssured.config()
                  .encoderConfig(
                      EncoderConfig.encoderConfig()
                          .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
          .contentType((String) content.keySet().iterator().next())
          .body("{}".getBytes(StandardCharsets.UTF_8));
    }
    return asking.request(verb, path.replaceAll("\\{[^}]+}", NOWHERE)).statusCode();
  }

  @Test
  void a_session_reads_what_everybody_who_has_logged_in_may() {
    String token = sessions.open(account()).token();
    As.resident(token).get("/api/v1/categories").then().statusCode(200);
    As.resident(token).get("/api/v1/me").then().statusCode(200).body("roles", contains("CITIZEN"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nobody_of_an_office_has_a_list_of_ones_own(Role role) {
    As.role(role).get(OWN).then().statusCode(403);
    As.role(role).delete(SESSIONS + "/current").then().statusCode(403);
  }
}
