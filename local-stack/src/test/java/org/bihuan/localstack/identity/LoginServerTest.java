package org.bihuan.localstack.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Ports;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginServerTest {
  private static final String PAGE = "http://localhost:8081";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Layout layout;
  private int port;
  private LoginServer server;

  @BeforeEach
  void start() {
    layout = TestStacks.empty("login-server");
    port = Ports.free();
    server = new LoginServer(layout, port, List.of(PAGE));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private HttpRequest.Builder login(String code) {
    return at("/session").POST(BodyPublishers.ofString("{\"code\": \"" + code + "\"}"));
  }

  private String code() {
    return LoginCodes.of(layout).issue(Identity.of(Role.UNIT_HANDLER));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  private static void assertRefused(int status, String code, HttpResponse<String> answer)
      throws IOException {
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals(status, answer.statusCode());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    assertEquals(code, problem.path("code").asText());
    assertEquals(status, problem.path("status").asInt());
    assertTrue(problem.hasNonNull("title") && problem.hasNonNull("detail"), answer.body());
  }

  @Test
  void a_code_is_answered_with_a_token_of_twelve_hours() throws Exception {
    HttpResponse<String> answer = send(login(code()).header("Origin", PAGE));

    JsonNode session = JSON.readTree(answer.body());
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals(PAGE, header(answer, "Access-Control-Allow-Origin"));
    JwtClaims claims = claims(session.path("token").asText());
    assertEquals(List.of("UNIT_HANDLER"), claims.getStringListClaimValue("groups"));
    assertEquals("HOUSING_BUREAU", claims.getStringClaimValue("unit"));
    assertEquals(
        claims.getExpirationTime().getValue(),
        Instant.parse(session.path("expiresAt").asText()).getEpochSecond());
  }

  private static JwtClaims claims(String token) throws InvalidJwtException {
    return new JwtConsumerBuilder()
        .setExpectedIssuer(Tokens.ISSUER)
        .setExpectedAudience(Tokens.AUDIENCE)
        .setSkipSignatureVerification()
        .build()
        .processToClaims(token);
  }

  @Test
  void the_second_who_comes_with_it_is_told_in_both_languages() throws Exception {
    String code = code();
    send(login(code));

    HttpResponse<String> chinese = send(login(code));
    HttpResponse<String> english = send(login(code).header("Accept-Language", "en-GB,en;q=0.9"));

    assertRefused(401, "login-code-unknown", chinese);
    assertRefused(401, "login-code-unknown", english);
    assertTrue(chinese.body().contains("登录链接已用过"), chinese.body());
    assertTrue(english.body().contains("The link was used"), english.body());
  }

  @Test
  void what_is_no_code_is_refused() throws Exception {
    assertRefused(401, "login-code-unknown", send(login("nobody-has-made-this")));
    for (String body : List.of("", "code", "[]", "{}", "{\"code\": 7}", "{\"code\": null}")) {
      assertRefused(400, "bad-request", send(at("/session").POST(BodyPublishers.ofString(body))));
    }
    assertRefused(
        400, "bad-request", send(login("a".repeat(10_000)).header("Accept-Language", "en")));
  }

  @Test
  void there_is_nothing_else() throws Exception {
    assertRefused(404, "not-found", send(at("/").GET()));
    assertRefused(404, "not-found", send(at("/session/").GET()));
    assertRefused(405, "method-not-allowed", send(at("/session").GET()));
  }

  @Test
  void a_page_of_the_stack_may_ask_beforehand() throws Exception {
    HttpResponse<String> answer =
        send(
            at("/session")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", PAGE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));

    assertEquals(204, answer.statusCode());
    assertEquals(PAGE, header(answer, "Access-Control-Allow-Origin"));
    assertEquals("POST", header(answer, "Access-Control-Allow-Methods"));
    assertTrue(header(answer, "Access-Control-Allow-Headers").contains("Content-Type"));
  }

  @Test
  void any_other_page_is_refused_and_its_code_stays_good() throws Exception {
    String code = code();
    for (String origin :
        List.of("https://evil.example", "null", PAGE + "0", PAGE + ".evil.example")) {
      HttpResponse<String> answer = send(login(code).header("Origin", origin));
      assertRefused(403, "foreign-origin", answer);
      assertEquals("none", header(answer, "Access-Control-Allow-Origin"));
    }

    assertEquals(200, send(login(code)).statusCode());
  }

  @Test
  void where_the_port_is_taken_that_is_said() {
    LoginServer second = new LoginServer(layout, port, List.of(PAGE));

    StackFailure failure = assertThrows(StackFailure.class, second::start);

    assertTrue(failure.getMessage().contains(":" + port), failure.getMessage());
  }

  @Test
  void after_the_stop_nobody_answers() {
    server.stop();

    assertThrows(IOException.class, () -> send(login(code())));
  }
}
