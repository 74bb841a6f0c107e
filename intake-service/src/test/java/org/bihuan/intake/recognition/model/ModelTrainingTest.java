package org.bihuan.intake.recognition.model;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Place;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models are trained from labelled messages and what clerks decided, compared and kept. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ModelTrainingTest {

  private static final String MODELS = "/api/v1/recognition-models";
  private static final String VERSION = "\\d{4}-\\d{2}-\\d{2}\\.\\d+";
  private static final String LAMP = "小区门口的路灯不亮已经有一个月，晚上出行不便，请派人维修";

  /** Its hash does not hold it out. */
  private static final String LEARNED_FROM = "小区门口的路灯不亮已经有两个月，晚上出行不便，请派人维修";

  private static final int ENOUGH = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource dataSource;

  /**
   * What other tests had clerks decide is no lesson here, or they would decide which model is
   * better.
   */
  @BeforeEach
  void forgetWhatWasDecided() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update complaint set intent = null, intent_confidence = null, scope = null,"
              + " scope_confidence = null, recognition_model = null, likely_body_code = null, likely_body_confidence = null"
              + " where recognition_model is not null");
    }
  }

  private static Response sent(String subject, String text) {
    return As.role(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "subject", subject, "text", text))
        .post("/api/v1/complaints");
  }

  private static Map<String, Object> message(String day, boolean ours, String text) {
    return ours
        ? Map.of(
            "text",
            text,
            "receivedOn",
            day,
            "scope",
            "OURS",
            "categoryCode",
            "STREET_LAMP",
            "intent",
            "COMPLAINT")
        : Map.of(
            "text",
            text,
            "receivedOn",
            day,
            "scope",
            "OTHER_BODY",
            "bodyCode",
            "TAX",
            "intent",
            "QUESTION");
  }

  /** Half of a nonsense word is a street lamp, half of another is a tax. */
  private static List<Map<String, Object>> messages(String day, boolean turned) {
    List<Map<String, Object>> messages = new ArrayList<>();
    for (int i = 0; i < ENOUGH; i++) {
      messages.add(message(day, !turned, "巴扎黑巴扎黑呜啦啦"));
      messages.add(message(day, turned, "呱唧呱唧噗噜噜"));
    }
    return messages;
  }

  private static Response training(List<Map<String, Object>> messages) {
    return As.role(Role.ADMIN)
        .body(Map.of("messages", messages, "heldOutFrom", "2090-01-01"))
        .post(MODELS);
  }

  private static boolean isRefused(Response answer) {
    return answer.statusCode() == 409;
  }

  private static Response trained(boolean turned) {
    List<Map<String, Object>> messages = messages("2019-01-01", turned);
    messages.addAll(messages("2090-01-02", false));
    return training(messages);
  }

  /** Messages to learn from and to measure with, one field of each changed. */
  private static List<Map<String, Object>> changed(String field, Object value) {
    return Stream.of(messages("2019-01-01", true), messages("2090-01-02", false))
        .flatMap(List::stream)
        .map(
            message -> {
              Map<String, Object> changed = new HashMap<>(message);
              changed.put(field, value);
              return changed;
            })
        .toList();
  }

  @Test
  void a_better_model_takes_over_and_the_one_before_can_come_back() {
    String shipped = sent("路灯", LAMP).path("recognised.model");
    int measured = worse().path("figures.inScope");
    assertTrue(measured >= ENOUGH, "those of this test, and a fifth of what was decided");
    try {
      String version =
          trained(false)
              .then()
              .statusCode(201)
              .body("version", matchesPattern(VERSION))
              .body("inForce", equalTo(true))
              .body("figures.inScope", equalTo(measured))
              .body("figuresBefore", notNullValue())
              .extract()
              .path("version");
      sent("巴扎黑", "巴扎黑呜啦啦巴扎黑呜啦啦巴扎黑").then().body("recognised.model", equalTo(version));
      As.role(Role.SPECIAL_TEAM).get(MODELS).then().body("version", hasItem(version));
      As.role(Role.ADMIN).get(MODELS + "/" + version + "/content").then().statusCode(200);
    } finally {
      As.role(Role.ADMIN).post(MODELS + "/" + shipped + "/activation").then().statusCode(200);
    }
    sent("路灯", LAMP).then().body("recognised.model", equalTo(shipped));
  }

  @Test
  void a_worse_model_is_kept_and_not_put_in_force() {
    String version =
        trained(true)
            .then()
            .statusCode(201)
            .body("inForce", equalTo(false))
            .extract()
            .path("version");
    sent("路灯", LAMP).then().body("recognised.model", not(equalTo(version)));
  }

  /** A model that learned from messages of this test and what was decided, and is not in force. */
  private static Response worse() {
    Response worse = trained(true);
    worse.then().statusCode(201).body("inForce", equalTo(false));
    return worse;
  }

  /** How many messages a model learns from that has those of this test and what was decided. */
  private static int lessons() {
    return worse().path("lessons");
  }

  private static void file(Response waiting) {
    waiting.then().body("status", equalTo("RECEIVED"));
    As.role(Role.SPECIAL_TEAM)
        .body(Map.of("categoryCode", "PUBLIC_SPACE"))
        .post("/api/v1/complaints/" + waiting.path("id") + "/filing")
        .then()
        .statusCode(200)
        .body("status", equalTo("FILED"));
  }

  @Test
  void what_a_clerk_decided_is_learned_and_what_a_rule_filed_is_not() {
    int before = lessons();
    sent("路灯", "路灯不亮");
    assertEquals(before, lessons());
    for (int i = 0; i < 2; i++) {
      file(sent("一件事 " + i, "我们那里的情况一言难尽，想请领导来看看再说，谢谢各位领导了"));
    }
    assertTrue(lessons() > before);
  }

  @Test
  void a_finding_that_was_filed_as_it_was_recognised_is_not_learned() throws Exception {
    int before = lessons();
    UUID finding = UUID.randomUUID();
    try (UpstreamEvents inspection = new UpstreamEvents()) {
      inspection.tell(
          new FindingReported(
              finding,
              UUID.randomUUID(),
              InspectionTier.AREA,
              InspectionMethod.UNANNOUNCED,
              "小区门口路灯不亮",
              LEARNED_FROM,
              null,
              new Place("示例路", "370203021", null, 120.35, 36.08),
              Instant.parse("2026-11-24T00:00:00Z"),
              new Actor("INSPECTOR", null, "inspector"),
              List.of(),
              null));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems?findingId=" + finding)
                    .then()
                    .body("items[0].categoryCode", equalTo("STREET_LAMP")));
    assertEquals(before, lessons());
  }

  @Test
  void a_reporters_name_is_not_learned() throws IOException {
    for (int i = 0; i < ENOUGH / 4; i++) {
      file(
          As.role(Role.CHANNEL_CLERK)
              .body(
                  Map.of(
                      "channel",
                      "HOTLINE_12319",
                      "text",
                      "我是欧阳哗啦，嘎吱嘎吱的事情第 %d 次说了".formatted(i),
                      "reporter",
                      Map.of("name", "欧阳哗啦")))
              .post("/api/v1/complaints"));
    }
    byte[] content =
        As.role(Role.ADMIN).get(MODELS + "/" + worse().path("version") + "/content").asByteArray();
    String pieces =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes(),
            StandardCharsets.UTF_8);
    assertTrue(pieces.contains("嘎吱\t"), "these messages were learned from");
    assertFalse(pieces.contains("哗啦\t"));
  }

  @Test
  void lessons_without_intents_are_too_few() {
    training(changed("intent", null))
        .then()
        .statusCode(422)
        .body("code", equalTo("too-few-lessons"));
  }

  @Test
  void labels_that_the_reference_data_does_not_have_are_named_with_their_place() {
    List<Map<String, Object>> messages = messages("2019-01-01", false);
    Map<String, Object> lamp = new HashMap<>(messages.get(0));
    lamp.put("alternativeCode", "NO_KIND");
    Map<String, Object> tax = new HashMap<>(messages.get(1));
    tax.put("bodyCode", "NO_BODY");
    training(List.of(lamp, tax))
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("messages[0].alternativeCode", "messages[1].bodyCode"))
        .body("errors.code", hasItems("unknown-category", "unknown-body"));
  }

  @Test
  void another_kind_that_fits_too_is_learned() {
    List<Map<String, Object>> messages = messages("2019-01-01", true);
    messages.replaceAll(
        message -> {
          Map<String, Object> changed = new HashMap<>(message);
          if (message.containsKey("categoryCode")) {
            changed.put("alternativeCode", "ELEVATOR");
          }
          return changed;
        });
    messages.addAll(messages("2090-01-02", false));
    training(messages).then().statusCode(201);
  }

  @Test
  void more_messages_than_are_learned_from_are_refused() {
    Map<String, Object> message = message("2019-01-01", true, "路灯");
    training(Stream.generate(() -> message).limit(5_001).toList())
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("messages"));
  }

  @Test
  void a_replica_trains_one_model_at_a_time() {
    // Two that are sent together may still come one after the other.
    List<Response> answers = List.of();
    for (int tries = 0;
        tries < 5 && !answers.stream().anyMatch(ModelTrainingTest::isRefused);
        tries++) {
      answers =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> trained(true)))
              .limit(2)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }
    assertEquals(List.of(201, 409), answers.stream().map(Response::statusCode).sorted().toList());
    answers.stream()
        .filter(ModelTrainingTest::isRefused)
        .forEach(refused -> refused.then().body("code", equalTo("training-running")));
    training(List.of()).then().statusCode(422);
  }

  @Test
  void too_few_or_unknown_lessons_are_refused() {
    As.role(Role.ADMIN)
        .body(Map.of("messages", messages("2019-01-01", false), "heldOutFrom", "2019-09-01"))
        .post(MODELS)
        .then()
        .statusCode(422)
        .body("code", equalTo("too-few-lessons"));
    As.role(Role.ADMIN)
        .body(
            Map.of(
                "messages",
                List.of(
                    Map.of(
                        "text",
                        "x",
                        "receivedOn",
                        "2019-01-01",
                        "scope",
                        "OURS",
                        "categoryCode",
                        "NOTHING")),
                "heldOutFrom",
                "2019-09-01"))
        .post(MODELS)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("unknown-category"));
    As.role(Role.ADMIN)
        .post(MODELS + "/1999-01-01.1/activation")
        .then()
        .statusCode(404)
        .body("code", equalTo("recognition-model-not-found"));
    As.role(Role.SPECIAL_TEAM)
        .body(Map.of("messages", List.of(), "heldOutFrom", "2019-09-01"))
        .post(MODELS)
        .then()
        .statusCode(403);
  }
}
