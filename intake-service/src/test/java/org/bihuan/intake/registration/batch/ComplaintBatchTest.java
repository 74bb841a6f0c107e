package org.bihuan.intake.registration.batch;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;
import org.junit.jupiter.api.Test;

/** Complaints by the thousand: each line for itself, answered in order. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ComplaintBatchTest {

  private static final String NDJSON = "application/x-ndjson";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TOO_MANY = 10_001;

  @Inject DataSource dataSource;

  @TestHTTPResource("/api/v1/complaints/batch")
  URI batch;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String run = UUID.randomUUID().toString();

  private static String line(String sourceRef, String text) {
    return """
    {"channel": "HOTLINE_12319", "sourceRef": "%s", "text": "%s", "categoryCode": "OTHER"}"""
        .formatted(sourceRef, text);
  }

  private String line(int number) {
    return line(run + "-" + number, "示例路 " + number + " 号路灯不亮");
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(batch)
        .header("Content-Type", NDJSON)
        .header("Accept-Language", "en")
        .header(
            "Authorization", "Bearer " + Tokens.forTests().sign(Identity.of(Role.CHANNEL_CLERK)))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(String body) throws IOException, InterruptedException {
    return client.send(request(body), BodyHandlers.ofString());
  }

  private List<JsonNode> results(String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(body);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(NDJSON));
    return answer.body().lines().map(ComplaintBatchTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static List<Integer> all(List<JsonNode> results, String field) {
    return results.stream().map(result -> result.path(field).asInt()).toList();
  }

  private static String code(JsonNode result) {
    return result.path("problem").path("code").asText();
  }

  private long stored() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from complaint where source_ref like ?")) {
      statement.setString(1, run + "-%");
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private String lines(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(this::line).collect(Collectors.joining("\n"));
  }

  @Test
  void each_of_many_lines_becomes_a_complaint_and_is_answered_in_its_place() throws Exception {
    int count = 1_500;
    List<JsonNode> results = results(lines(count));
    assertEquals(IntStream.rangeClosed(1, count).boxed().toList(), all(results, "line"));
    assertEquals(List.of(201), all(results, "status").stream().distinct().toList());
    assertEquals(
        count, results.stream().map(result -> result.path("id").asText()).distinct().count());
    assertEquals(count, stored());
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/complaints/" + results.get(41).path("id").asText())
        .then()
        .statusCode(200)
        .body("sourceRef", equalTo(run + "-42"));
    assertTrue(transactions() < count / 2, transactions() + " transactions");
  }

  /** What was written together has one transaction. */
  private long transactions() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(distinct xmin::text) from complaint where source_ref like ?")) {
      statement.setString(1, run + "-%");
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void a_batch_sent_again_is_the_same_complaints() throws Exception {
    List<JsonNode> first = results(lines(50));
    List<JsonNode> again = results(lines(50));
    assertEquals(List.of(200), all(again, "status").stream().distinct().toList());
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.get(i).path("id"), again.get(i).path("id"));
    }
    assertEquals(50, stored());
  }

  @Test
  void a_number_that_comes_twice_in_a_batch_is_one_complaint() throws Exception {
    List<JsonNode> results = results(line(1) + "\n" + line(1) + "\n");
    assertEquals(results.get(0).path("id"), results.get(1).path("id"));
    assertEquals(1, stored());
  }

  @Test
  void a_bad_line_spoils_no_other() throws Exception {
    String tooLong = line(3).replace("}", ", \"subject\": \"" + "x".repeat(1 << 20) + "\"}");
    List<JsonNode> results =
        results(
            String.join(
                "\n",
                line(1),
                "{\"channel\": ",
                tooLong,
                "",
                "{\"channel\": \"NOWHERE\", \"text\": \"\", \"colour\": 1}",
                line(6).replace("12319", "12345"),
                "[]",
                "  \t\r",
                line(9) + "\r",
                line(run + "-1", "另一件事"),
                "null",
                line(12)));
    assertEquals(List.of(1, 2, 3, 5, 6, 7, 9, 10, 11, 12), all(results, "line"));
    assertEquals(List.of(201, 400, 413, 400, 403, 400, 201, 409, 400, 201), all(results, "status"));
    assertEquals("malformed-json", code(results.get(1)));
    assertEquals("line-too-long", code(results.get(2)));
    assertEquals("invalid-request", code(results.get(3)));
    assertEquals(2, results.get(3).path("problem").path("errors").size());
    assertEquals("channel-not-yours", code(results.get(4)));
    assertEquals("source-ref-reused", code(results.get(7)));
    assertEquals("text", results.get(7).path("problem").path("differs").path(0).asText());
    assertEquals("body-required", code(results.get(8)));
    for (JsonNode result : results) {
      assertEquals(
          result.path("status").asInt() >= 400, result.has("problem") && !result.has("id"));
    }
    assertEquals(3, stored());
  }

  @Test
  void what_is_too_much_or_nothing_is_refused_before_anything_is_done() throws Exception {
    HttpResponse<String> tooMany = send("{}\n".repeat(TOO_MANY));
    assertEquals(413, tooMany.statusCode());
    assertEquals("too-many-lines", json(tooMany.body()).path("code").asText());
    for (String nothing : List.of("", "\n\n \r\n")) {
      HttpResponse<String> answer = send(nothing);
      assertEquals(400, answer.statusCode());
      assertEquals("body-required", json(answer.body()).path("code").asText());
    }
    HttpResponse<String> tooLarge = send(" ".repeat((24 << 20) + 1));
    assertEquals(413, tooLarge.statusCode());
  }

  @Test
  void a_login_or_a_key_is_needed_and_lines_of_json() {
    byte[] line = line(1).getBytes(StandardCharsets.UTF_8);
    RestAssured.given().contentType(NDJSON).body(line).post(batch).then().statusCode(401);
    As.role(Role.CHANNEL_CLERK).body(line(1)).post(batch).then().statusCode(415);
    String key =
        As.role(Role.ADMIN)
            .body("{\"holder\": \"示例热线公司\"}")
            .post("/api/v1/channels/HOTLINE_12319/keys")
            .path("secret");
    RestAssured.given()
        .header("X-Api-Key", key)
        .contentType(NDJSON)
        .body(line)
        .post(batch)
        .then()
        .statusCode(200);
  }

  /** The database holds up the writers, so lines wait; single complaints still find room. */
  @Test
  void lines_wait_while_nothing_can_be_written_and_a_third_batch_is_sent_away() throws Exception {
    List<CompletableFuture<HttpResponse<InputStream>>> begun = new ArrayList<>();
    HttpResponse<String> third;
    CompletableFuture<HttpResponse<String>> single;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table complaint in share mode");
      begun.add(client.sendAsync(request(lines(600)), BodyHandlers.ofInputStream()));
      begun.add(client.sendAsync(request(lines(600)), BodyHandlers.ofInputStream()));
      third =
          await().atMost(PATIENCE).until(() -> send("{}"), answer -> answer.statusCode() == 503);
      single = client.sendAsync(single(), BodyHandlers.ofString());
      assertTrue(begun.stream().noneMatch(one -> one.isDone() && one.join().statusCode() != 200));
      connection.rollback();
    }
    assertEquals("batches-under-way", json(third.body()).path("code").asText());
    assertTrue(third.headers().firstValue("Retry-After").isPresent());
    for (CompletableFuture<HttpResponse<InputStream>> one : begun) {
      String body = new String(one.get().body().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(600, body.lines().count());
      assertTrue(body.lines().map(ComplaintBatchTest::json).noneMatch(line -> line.has("problem")));
    }
    assertEquals(201, single.get().statusCode(), single.get().body());
    assertEquals(601, stored());
  }

  private HttpRequest single() {
    return HttpRequest.newBuilder(batch.resolve("../complaints"))
        .header("Content-Type", "application/json")
        .header(
            "Authorization", "Bearer " + Tokens.forTests().sign(Identity.of(Role.CHANNEL_CLERK)))
        .POST(BodyPublishers.ofString(line(601)))
        .build();
  }

  /** The turn of one who hung up is free again. */
  @Test
  void whoever_hangs_up_leaves_what_is_written_and_takes_no_turn() throws Exception {
    for (int i = 0; i < 3; i++) {
      HttpResponse<InputStream> answer =
          client.send(request(lines(2_000)), BodyHandlers.ofInputStream());
      answer.body().read();
      answer.body().close();
    }
    HttpResponse<String> after =
        await().atMost(PATIENCE).until(() -> send(line(1)), answer -> answer.statusCode() == 200);
    assertEquals(200, json(after.body().strip()).path("status").asInt());
  }
}
