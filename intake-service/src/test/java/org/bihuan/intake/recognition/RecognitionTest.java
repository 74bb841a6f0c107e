package org.bihuan.intake.recognition;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What a message is, is said with confidence and words. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RecognitionTest {

  private static final String VERSION = "\\d{4}-\\d{2}-\\d{2}\\.\\d+";
  private static final String LAMP = "小区门口的路灯不亮已经有一个月，晚上出行不便，请派人维修";

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
}
