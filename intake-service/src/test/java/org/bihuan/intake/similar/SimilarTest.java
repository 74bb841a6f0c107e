package org.bihuan.intake.similar;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.Searchable;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Near-duplicates are shown with reasons, to the desk and to who is about to send one. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SimilarTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String PUBLIC = "/api/v1/public/similar";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject DataSource dataSource;

  /** An estate of its own for each test, since all tests share one district. */
  private final String estate = EstateNames.next();

  private static Response sent(String subject, String text, String more) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "ROOF_LEAK", "subject": "%s", "text": "%s",
             "location": {"subdistrictCode": "370203021"} %s}
            """
                .formatted(subject, text, more))
        .post(COMPLAINTS);
  }

  private Response first() {
    Response first = sent(estate + "楼顶漏雨无人处理", "我是" + estate + "的业主, 楼顶漏雨已经一个月, 物业不管", "");
    first.then().statusCode(201).body("status", equalTo("FILED"));
    return first;
  }

  private Response second() {
    return sent("投诉" + estate + "楼顶漏雨", estate + " 3 号楼楼顶一直漏雨, 找物业没人处理", "");
  }

  private static ValidatableResponse similarTo(Response complaint) {
    Searchable.await();
    return As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint.path("id") + "/similar")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse asked(String text) {
    Searchable.await();
    return As.role(Role.CHANNEL_CLERK)
        .body(Map.of("subject", estate + "楼顶漏雨", "text", text))
        .post(PUBLIC)
        .then();
  }

  @Test
  void the_same_in_other_words_is_suggested_with_reasons_and_stays_a_problem_of_its_own() {
    Response first = first();
    Response second = second();
    second.then().statusCode(201).body("status", equalTo("FILED"));
    similarTo(second)
        .body("items[0].problemId", equalTo(first.path("problemId")))
        .body("items[0].serial", equalTo(first.path("problemSerial")))
        .body("items[0].score", greaterThan(0.9f))
        .body("items[0].verdict", equalTo("WOULD_MERGE"))
        .body("items[0].days", equalTo(0))
        .body("items[0].complaints", equalTo(1))
        .body("items[0].reasons.kind", contains("PLACE", "CATEGORY", "TIME", "TEXT"))
        .body("items.problemId", not(hasItem(second.<String>path("problemId"))));
  }

  private static String photos(byte[] photo) {
    return ", \"attachmentIds\": [\"%s\"]".formatted(uploaded(Role.CHANNEL_CLERK, photo));
  }

  @Test
  void the_same_picture_is_a_reason_whatever_the_words_say_and_never_makes_it_sure() {
    byte[] picture = SamplePhoto.png(ThreadLocalRandom.current().nextLong(), 128, 96);
    Response first = sent(estate + "楼顶漏雨无人处理", estate + "楼顶漏雨", photos(picture));
    Response other = sent(EstateNames.next() + "电梯停运", "电梯这周停了四次, 老人下不了楼", photos(picture));
    String found = "items.find { it.problemId == '" + first.path("problemId") + "' }";
    similarTo(other)
        .body(found + ".reasons.kind", contains("PLACE", "CATEGORY", "TIME", "TEXT", "PHOTO"))
        .body(found + ".reasons[4].value", equalTo("0"))
        .body(found + ".reasons[4].weight", equalTo(4.0f))
        .body(found + ".verdict", equalTo("SUGGESTED"));
    Response another =
        sent(
            EstateNames.next() + "电梯停运",
            "电梯这周停了四次",
            photos(SamplePhoto.png(ThreadLocalRandom.current().nextLong(), 128, 96)));
    similarTo(another)
        .body("items.problemId", not(hasItem(first.<String>path("problemId"))))
        .body("items.reasons.kind.flatten()", not(hasItem("PHOTO")));
  }

  @Test
  void another_place_or_matter_is_not_called_sure() {
    first();
    Response elsewhere = sent(EstateNames.next() + "楼顶漏雨无人处理", "楼顶漏雨已经一个月, 物业不管", "");
    similarTo(elsewhere).body("items.verdict", not(hasItem("WOULD_MERGE")));
    Response otherMatter = sent(estate + "电梯经常停运", estate + "的电梯这周停了四次", "");
    similarTo(otherMatter).body("items.verdict", not(hasItem("WOULD_MERGE")));
  }

  @Test
  void what_has_ended_is_not_suggested() {
    Response first = first();
    Response second = second();
    similarTo(second).body("items.problemId", hasItem(first.<String>path("problemId")));
    As.role(Role.SPECIAL_TEAM)
        .body(Map.of("problemId", second.path("problemId")))
        .post(COMPLAINTS + "/" + first.path("id") + "/merge")
        .then()
        .statusCode(200);
    similarTo(second).body("items.problemId", not(hasItem(first.<String>path("problemId"))));
  }

  @Test
  void a_merge_by_suggestion_can_be_undone_and_both_counts_are_told() {
    Response first = first();
    Response second = second();
    String problem = first.path("problemId");
    act(second, "merge", Map.of("problemId", problem)).body("status", equalTo("MERGED"));
    problem(problem).body("complaints.count", equalTo(2));
    tracked(second).body("status", equalTo("IN_PROGRESS")).body("complaints", equalTo(2));
    act(second, "split", Map.of()).body("status", equalTo("FILED"));
    problem(problem).body("complaints.count", equalTo(1));
    tracked(second).body("complaints", equalTo(1));
  }

  private static ValidatableResponse act(Response complaint, String action, Map<String, ?> body) {
    return As.role(Role.SPECIAL_TEAM)
        .body(body)
        .post(COMPLAINTS + "/" + complaint.path("id") + "/" + action)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse problem(String id) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/problems/" + id).then().statusCode(200);
  }

  private static ValidatableResponse tracked(Response complaint) {
    return As.nobody()
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "x"})
  void a_number_that_is_none_is_refused(String limit) {
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + first().path("id") + "/similar?limit=" + limit)
        .then()
        .statusCode(400)
        .body("errors.field", contains("limit"));
  }

  @Test
  void only_the_desk_looks_and_only_at_what_is_there() {
    Response first = first();
    As.role(Role.CHANNEL_CLERK)
        .get(COMPLAINTS + "/" + first.path("id") + "/similar")
        .then()
        .statusCode(403);
    As.nobody().get(COMPLAINTS + "/" + first.path("id") + "/similar").then().statusCode(401);
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + UUID.randomUUID() + "/similar")
        .then()
        .statusCode(404)
        .body("code", equalTo("complaint-not-found"));
  }

  @Test
  void who_is_about_to_send_it_learns_number_category_day_place_and_state_and_no_more() {
    Response first = first();
    asked("楼顶漏雨, 物业不管")
        .statusCode(200)
        .body("items[0].serial", equalTo(first.path("problemSerial")))
        .body("items[0].categoryCode", equalTo("ROOF_LEAK"))
        .body(
            "items[0].filedOn",
            equalTo(DistrictTime.day(Instant.parse(first.path("receivedAt"))).toString()))
        .body("items[0].subdistrictCode", equalTo("370203021"))
        .body("items[0].status", equalTo("IN_PROGRESS"))
        .body("items[0].complaints", equalTo(1))
        .body("items[0].keySet()", hasSize(6))
        .body("items.size()", lessThanOrEqualTo(5));
  }

  /** Without a subject the headline is the beginning of what somebody wrote. */
  @Test
  void no_stranger_reads_a_word_of_what_was_written() {
    String text = estate + "楼顶漏雨, 邻居赵某住 3 号楼 502";
    Response first =
        As.role(Role.CHANNEL_CLERK)
            .body(Map.of("channel", "HOTLINE_12319", "categoryCode", "ROOF_LEAK", "text", text))
            .post(COMPLAINTS);
    asked("楼顶漏雨")
        .statusCode(200)
        .body("items.serial", hasItem(first.<String>path("problemSerial")))
        .body(not(containsString("邻居")))
        .body(not(containsString(estate)));
  }

  @Test
  void what_is_left_of_a_problem_told_in_confidence_shows_no_words_of_it() {
    Response secret =
        sent(
            estate + "楼顶漏雨无人处理",
            estate + "楼顶漏雨",
            ", \"reporter\": {\"name\": \"李某\", \"phone\": \"19900000124\", \"confidential\":"
                + " true}");
    act(second(), "merge", Map.of("problemId", secret.path("problemId")));
    act(
            secret,
            "handover",
            Map.of("bodyCode", "POLICE", "reason", "治安", "replyToReporter", "已移交公安"))
        .body("status", equalTo("HANDED_OVER"));
    asked("楼顶漏雨")
        .statusCode(200)
        .body("items.serial", hasItem(secret.<String>path("problemSerial")))
        .body(not(containsString(estate)));
  }

  @Test
  void who_gives_no_subject_is_told_by_the_beginning_of_the_text() {
    Response first = first();
    Searchable.await();
    As.role(Role.CHANNEL_CLERK)
        .body(Map.of("text", estate + "楼顶漏雨没人管\n请问什么时候能来修, 我家在顶楼"))
        .post(PUBLIC)
        .then()
        .statusCode(200)
        .body("items[0].serial", equalTo(first.path("problemSerial")));
  }

  @Test
  void what_was_told_in_confidence_is_shown_to_no_stranger() {
    Response secret =
        sent(
            estate + "楼顶漏雨无人处理",
            estate + "楼顶漏雨",
            ", \"reporter\": {\"name\": \"李某\", \"phone\": \"19900000123\", \"confidential\":"
                + " true}");
    similarTo(second()).body("items.serial", hasItem(secret.<String>path("problemSerial")));
    asked("楼顶漏雨")
        .statusCode(200)
        .body("items.serial", not(hasItem(secret.<String>path("problemSerial"))));
  }

  @Test
  void what_a_covert_check_found_is_shown_to_no_stranger() {
    Response covert =
        As.role(Role.SPECIAL_TEAM)
            .body(
                """
                {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "CITY_COVERT_CHECK", "categoryCode": "ROOF_LEAK",
                 "subject": "%1$s楼顶漏雨无人处理", "text": "%1$s楼顶漏雨"}
                """
                    .formatted(estate))
            .post(COMPLAINTS);
    similarTo(second()).body("items.serial", hasItem(covert.<String>path("problemSerial")));
    asked("楼顶漏雨")
        .statusCode(200)
        .body("items.serial", not(hasItem(covert.<String>path("problemSerial"))));
  }

  @Test
  void nothing_is_suggested_for_what_nobody_has_told() {
    asked("。！？").statusCode(200);
    As.nobody()
        .body(Map.of("text", EstateNames.next() + EstateNames.next()))
        .post(PUBLIC)
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  /** Whoever they are: with a login nobody counts how often one asks. */
  @Test
  void more_than_are_answered_at_once_are_told_to_come_back() throws SQLException {
    try (Connection other = dataSource.getConnection();
        Statement holding = other.createStatement()) {
      other.setAutoCommit(false);
      Executor threads = question -> new Thread(question).start();
      holding.execute("lock table similar_problem in access exclusive mode");
      List<CompletableFuture<Response>> asked =
          Stream.generate(() -> CompletableFuture.supplyAsync(this::question, threads))
              .limit(5)
              .toList();
      await().atMost(PATIENCE).until(() -> asked.stream().anyMatch(CompletableFuture::isDone));
      other.rollback();
      List<Response> answers = asked.stream().map(CompletableFuture::join).toList();
      assertEquals(4, answers.stream().filter(answer -> answer.statusCode() == 200).count());
      answers.stream()
          .filter(answer -> answer.statusCode() != 200)
          .forEach(
              answer ->
                  answer
                      .then()
                      .statusCode(503)
                      .header("Retry-After", notNullValue())
                      .body("code", equalTo("similar-problems-busy")));
    }
  }

  private Response question() {
    return As.role(Role.CHANNEL_CLERK).body(Map.of("text", estate + "楼顶漏雨")).post(PUBLIC);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"text\": \"  \"}', text, required",
    "'{\"text\": \"漏雨\", \"location\": {\"subdistrictCode\": \"999999999\"}}',"
        + " location.subdistrictCode, unknown-subdistrict",
    "'{\"text\": \"漏雨\", \"categoryCode\": \"KITES\"}', categoryCode, unknown-category",
    "'{\"text\": \"漏雨\", \"location\": {\"longitude\": 120.1}}', location, point-incomplete"
  })
  void a_question_that_is_none_is_refused(String body, String field, String code) {
    As.role(Role.CHANNEL_CLERK)
        .body(body)
        .post(PUBLIC)
        .then()
        .statusCode(400)
        .body("errors.field", contains(field))
        .body("errors.code", contains(code));
  }
}
