package org.bihuan.intake.recognition;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What a message is, is said with confidence and words; models are trained, compared and kept. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RecognitionTest {

  private static final String MODELS = "/api/v1/recognition-models";
  private static final String VERSION = "\\d{4}-\\d{2}-\\d{2}\\.\\d+";
  private static final String LAMP = "小区门口的路灯不亮已经有一个月，晚上出行不便，请派人维修";
  private static final int ENOUGH = 60;

  private static Response sent(String subject, String text) {
    return As.role(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "subject", subject, "text", text))
        .post("/api/v1/complaints");
  }

  private static Response suggestion(Response complaint) {
    return As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/complaints/" + complaint.path("id") + "/suggestion");
  }

  @Test
  void a_message_that_is_ours_has_a_category_with_words_and_a_place() {
    Response complaint = sent("台东街道一小区楼下夜宵店噪音扰民", "楼下夜宵店每天营业到凌晨三点，音响声音很大，居民无法休息，请有关部门处理");
    complaint
        .then()
        .statusCode(201)
        .body("categoryCode", equalTo("BUSINESS_NOISE"))
        .body("recognised.scope", equalTo("OURS"))
        .body("recognised.model", matchesPattern(VERSION));
    suggestion(complaint)
        .then()
        .statusCode(200)
        .body("intent.code", equalTo("COMPLAINT"))
        .body("scope.code", equalTo("OURS"))
        .body("scope.confidence", greaterThan(0.5f))
        .body("categories", hasSize(3))
        .body("categories[0].code", equalTo("BUSINESS_NOISE"))
        .body("categories[0].words.size()", greaterThan(0))
        .body("place.subdistrictCode", equalTo("370203021"));
  }

  @Test
  void a_message_of_another_body_waits_with_its_name() {
    Response complaint = sent("请问生育津贴什么时候能到账", "我在医院生了小孩，公司交了医保，生育津贴申报了半年还没有发放，请问医保局什么时候发放？");
    complaint
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("SCOPE"))
        .body("recognised.scope", equalTo("OTHER_BODY"))
        .body("recognised.likelyBodyCode", equalTo("MEDICAL_INSURANCE"))
        .body("suggestions", hasSize(3));
    suggestion(complaint).then().body("bodies[0].code", equalTo("MEDICAL_INSURANCE"));
  }

  @Test
  void nothing_is_recognised_where_the_category_was_sent() {
    As.role(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "text", "公厕很脏", "categoryCode", "SANITATION"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .body("categorySuggested", equalTo(false))
        .body("recognised", nullValue());
  }

  @Test
  void a_very_short_text_is_recognised_by_keywords() {
    sent("", "路灯不亮")
        .then()
        .statusCode(201)
        .body("categoryCode", equalTo("STREET_LAMP"))
        .body("recognised.model", equalTo("keywords"));
  }

  @Test
  void a_text_without_a_known_word_is_left_to_the_desk() {
    sent("1234", "?!").then().statusCode(201).body("status", equalTo("RECEIVED"));
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

  private static Response trained(boolean turned) {
    List<Map<String, Object>> messages = messages("2019-01-01", turned);
    messages.addAll(messages("2090-01-02", false));
    return As.role(Role.ADMIN)
        .body(Map.of("messages", messages, "heldOutFrom", "2090-01-01"))
        .post(MODELS);
  }

  @Test
  void a_better_model_takes_over_and_the_one_before_can_come_back() {
    String shipped = sent("路灯", LAMP).path("recognised.model");
    try {
      String version =
          trained(false)
              .then()
              .statusCode(201)
              .body("version", matchesPattern(VERSION))
              .body("inForce", equalTo(true))
              .body("figures.inScope", equalTo(ENOUGH))
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

  /** How many messages a model learns from that has those of this test and what was decided. */
  private static int lessons() {
    List<Map<String, Object>> messages = messages("2019-01-01", true);
    messages.addAll(messages("2090-01-02", false));
    return As.role(Role.ADMIN)
        .body(Map.of("messages", messages, "heldOutFrom", "2090-01-01"))
        .post(MODELS)
        .then()
        .statusCode(201)
        .body("inForce", equalTo(false))
        .extract()
        .path("lessons");
  }

  @Test
  void what_a_clerk_decided_is_learned_and_what_a_rule_filed_is_not() {
    int before = lessons();
    sent("路灯", "路灯不亮");
    assertEquals(before, lessons());
    for (int i = 0; i < 2; i++) {
      Response waiting = sent("一件事 " + i, "我们这里的情况一言难尽，想请领导来看看再说，谢谢各位领导了");
      waiting.then().body("status", equalTo("RECEIVED"));
      As.role(Role.SPECIAL_TEAM)
          .body(Map.of("categoryCode", "PUBLIC_SPACE"))
          .post("/api/v1/complaints/" + waiting.path("id") + "/filing")
          .then()
          .statusCode(200)
          .body("status", equalTo("FILED"));
    }
    assertTrue(lessons() > before);
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
