package org.bihuan.intake.registration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Complaints that wait for the database together are written together, and answered each alone. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class WritingTogetherTest {

  private static final String POISON = "这一条存不下";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource dataSource;

  @ConfigProperty(name = "bihuan.registration.queue", defaultValue = "1000")
  int capacity;

  @TestHTTPResource("/api/v1/complaints")
  URI complaints;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token = Tokens.forTests().sign(Identity.of(Role.CHANNEL_CLERK));

  @Test
  void each_of_many_gets_a_complaint_of_its_own() throws SQLException {
    List<HttpResponse<String>> answers = whileWritingIsHeldUp(() -> send(40, "楼顶漏雨", null));
    assertEquals(List.of(201), statuses(answers));
    assertEquals(40, answers.stream().map(WritingTogetherTest::serial).distinct().count());
    assertTrue(transactionsOf(answers) < 40, "written together");
  }

  @Test
  void one_that_cannot_be_stored_fails_alone() throws SQLException {
    String run = UUID.randomUUID().toString();
    refuseToStorePoison();
    List<HttpResponse<String>> answers =
        whileWritingIsHeldUp(
            () ->
                Stream.of(send(10, "楼顶漏雨", run), send(1, POISON, null), send(10, "路灯不亮", null))
                    .flatMap(List::stream)
                    .toList());
    assertEquals(500, answers.get(10).statusCode());
    answers.remove(10);
    assertEquals(List.of(201), statuses(answers));
    assertEquals(10, stored(run), "each stored once, though its group was rolled back");
  }

  @Test
  void of_many_with_one_key_one_is_registered_and_the_others_are_told_that_it_is_under_way()
      throws SQLException {
    String key = UUID.randomUUID().toString();
    List<HttpResponse<String>> answers =
        whileWritingIsHeldUp(
            () -> Stream.generate(() -> send("楼顶漏雨", null, key)).limit(20).toList(),
            // One writer holds the key and waits for the table; the other has turned some away.
            sent -> sent.stream().anyMatch(CompletableFuture::isDone));
    assertEquals(1, answers.stream().filter(WritingTogetherTest::isFirst).count());
    for (HttpResponse<String> answer : answers) {
      boolean told =
          answer.statusCode() == 409 && answer.body().contains("\"request-in-progress\"");
      boolean replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
      assertTrue(answer.statusCode() == 201 || told || replayed, answer.body());
    }
    assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == 409));
  }

  @Test
  void one_more_than_can_wait_is_told_when_to_come_back() throws SQLException {
    List<HttpResponse<String>> answers =
        whileWritingIsHeldUp(
            () -> send(capacity + 200, "楼顶漏雨", null),
            sent -> sent.stream().anyMatch(CompletableFuture::isDone));
    List<HttpResponse<String>> refused =
        answers.stream().filter(answer -> answer.statusCode() == 503).toList();
    assertTrue(refused.size() > 0 && refused.size() <= 200, refused.size() + " refused");
    refused.forEach(
        answer -> {
          assertTrue(answer.body().contains("\"registration-overloaded\""), answer.body());
          assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        });
    answers.removeAll(refused);
    assertEquals(List.of(201), statuses(answers));
  }

  @Test
  void of_many_that_say_the_same_one_is_filed_and_the_others_join_it() throws SQLException {
    String text = "楼顶漏雨无人处理, 请尽快派人 " + UUID.randomUUID();
    List<HttpResponse<String>> answers =
        whileWritingIsHeldUp(() -> whileBothAreBusy(() -> sayingTheSame(40, text, "ROOF_LEAK")));
    assertEquals(List.of(201), statuses(answers));
    assertEquals(1, answers.stream().filter(answer -> is(answer, "FILED")).count());
    assertEquals(39, answers.stream().filter(answer -> is(answer, "MERGED")).count());
    assertEquals(1, answers.stream().map(answer -> field(answer, "problemId")).distinct().count());
    assertTrue(transactionsOf(answers) < 20, "written together");
  }

  @Test
  void of_many_that_say_the_same_under_two_categories_one_half_waits_as_likely_duplicates()
      throws SQLException {
    String text = "楼顶漏雨无人处理, 请尽快派人 " + UUID.randomUUID();
    List<HttpResponse<String>> answers =
        whileWritingIsHeldUp(
            () ->
                whileBothAreBusy(
                    () ->
                        Stream.of(
                                sayingTheSame(20, text, "ROOF_LEAK"),
                                sayingTheSame(20, text, "PIPE_BLOCKAGE"))
                            .flatMap(List::stream)
                            .toList()));
    assertEquals(List.of(201), statuses(answers));
    HttpResponse<String> filed =
        answers.stream().filter(answer -> is(answer, "FILED")).findFirst().orElseThrow();
    List<HttpResponse<String>> waiting =
        answers.stream().filter(answer -> is(answer, "RECEIVED")).toList();
    assertEquals(20, waiting.size());
    assertEquals(19, answers.stream().filter(answer -> is(answer, "MERGED")).count());
    for (HttpResponse<String> answer : waiting) {
      assertEquals("DUPLICATE", field(answer, "waitingFor"), answer.body());
      assertEquals(field(filed, "problemId"), field(answer, "likelyProblemId"), answer.body());
    }
    assertTrue(transactionsOf(answers) < 20, "written together");
  }

  /** Once both writers wait with others, so that what is sent is taken together. */
  private List<CompletableFuture<HttpResponse<String>>> whileBothAreBusy(Sending sending) {
    send(10, "路灯不亮", null);
    await().atMost(PATIENCE).until(() -> waitingForTheTable() == 2);
    return sending.send();
  }

  @FunctionalInterface
  private interface Sending {
    List<CompletableFuture<HttpResponse<String>>> send();
  }

  /** Until both writers have taken something, so that what comes after them waits. */
  private List<HttpResponse<String>> whileWritingIsHeldUp(Sending sending) throws SQLException {
    return whileWritingIsHeldUp(sending, sent -> waitingForTheTable() == 2);
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds(List<CompletableFuture<HttpResponse<String>>> sent) throws SQLException;
  }

  /** Sends while nothing can be written, and lets it be written once the condition holds. */
  private List<HttpResponse<String>> whileWritingIsHeldUp(Sending sending, Condition until)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table complaint in exclusive mode");
      List<CompletableFuture<HttpResponse<String>>> sent = sending.send();
      await().atMost(PATIENCE).until(() -> until.holds(sent));
      connection.rollback();
      connection.setAutoCommit(true);
      return new ArrayList<>(sent.stream().map(CompletableFuture::join).toList());
    }
  }

  private List<CompletableFuture<HttpResponse<String>>> send(int count, String text, String run) {
    return Stream.generate(() -> send(text, run == null ? null : run + "-" + UUID.randomUUID()))
        .limit(count)
        .toList();
  }

  private CompletableFuture<HttpResponse<String>> send(String text, String sourceRef) {
    return send(text, sourceRef, UUID.randomUUID().toString());
  }

  private CompletableFuture<HttpResponse<String>> send(String text, String sourceRef, String key) {
    String number = sourceRef == null ? "" : "\"sourceRef\": \"" + sourceRef + "\", ";
    return post(
        "{\"channel\": \"HOTLINE_12319\", %s\"text\": \"%s\"}".formatted(number, text), key);
  }

  private List<CompletableFuture<HttpResponse<String>>> sayingTheSame(
      int count, String text, String category) {
    String complaint =
        "{\"channel\": \"HOTLINE_12319\", \"categoryCode\": \"%s\", \"text\": \"%s\", \"location\": {\"address\": \"示例路 12 号\"}}"
            .formatted(category, text);
    return Stream.generate(() -> post(complaint, UUID.randomUUID().toString()))
        .limit(count)
        .toList();
  }

  private CompletableFuture<HttpResponse<String>> post(String complaint, String key) {
    return client.sendAsync(
        HttpRequest.newBuilder(complaints)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(complaint))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static boolean isFirst(HttpResponse<String> answer) {
    return answer.statusCode() == 201
        && answer.headers().firstValue("Idempotency-Replayed").isEmpty();
  }

  private static List<Integer> statuses(List<HttpResponse<String>> answers) {
    return answers.stream().map(HttpResponse::statusCode).distinct().toList();
  }

  private static String serial(HttpResponse<String> answer) {
    return field(answer, "serial");
  }

  private static boolean is(HttpResponse<String> answer, String status) {
    return field(answer, "status").equals(status);
  }

  private static String field(HttpResponse<String> answer, String name) {
    return answer.body().replaceAll(".*?\"" + name + "\":\"([^\"]+)\".*", "$1");
  }

  private void refuseToStorePoison() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table complaint drop constraint if exists poison;"
              + " alter table complaint add constraint poison check (text <> '"
              + POISON
              + "')");
    }
  }

  private long waitingForTheTable() throws SQLException {
    return number(
        "select count(*) from pg_locks where relation = 'complaint'::regclass and not granted"
            // What only locks rows, as the change of keys does each second, waits too.
            + " and mode = 'RowExclusiveLock'");
  }

  private long stored(String run) throws SQLException {
    return number("select count(*) from complaint where source_ref like '" + run + "%'");
  }

  /** How many transactions have written the complaints of these answers. */
  private long transactionsOf(List<HttpResponse<String>> answers) throws SQLException {
    String serials = String.join("','", answers.stream().map(WritingTogetherTest::serial).toList());
    return number(
        "select count(distinct xmin::text) from complaint where serial in ('" + serials + "')");
  }

  private long number(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
