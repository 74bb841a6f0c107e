package org.bihuan.intake.recognition;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What a message is, is said with confidence and with words that its reader may read. */
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

  private static Response asked(Role role, Map<String, ?> unsent) {
    return As.role(role).body(unsent).post("/api/v1/suggestions");
  }

  @Test
  void what_is_still_being_written_is_recognised_by_text_and_place() {
    asked(Role.CHANNEL_CLERK, Map.of("subject", "台东街道路灯不亮", "text", LAMP))
        .then()
        .statusCode(200)
        .body("categories[0].code", equalTo("STREET_LAMP"))
        .body("place.subdistrictCode", equalTo("370203021"))
        .body("place.placedBy", equalTo("NAME"))
        .body("model", matchesPattern(VERSION));
  }

  @Test
  void an_address_names_the_place_before_the_text_does() {
    Map<String, ?> location = Map.of("address", "登州路街道 5 号");
    asked(Role.SPECIAL_TEAM, Map.of("text", "台东街道的朋友说，" + LAMP, "location", location))
        .then()
        .statusCode(200)
        .body("place.subdistrictCode", not(equalTo("370203021")))
        .body("place.words", hasItem("登州路街道"));
  }

  @Test
  void a_suggestion_for_no_place_of_the_district_names_the_fault() {
    Map<String, ?> location = Map.of("subdistrictCode", "110101001");
    asked(Role.CHANNEL_CLERK, Map.of("text", LAMP, "location", location))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("location.subdistrictCode"));
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

  /** Its sender's name is a word of this text, which the model takes for a street lamp. */
  private static Response sentByLamp(Role role) {
    return As.role(role)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "text",
                "我叫路灯，我们这里的情况一言难尽，想请领导来看看再说，谢谢",
                "location",
                Map.of("subdistrictCode", "370203021"),
                "reporter",
                Map.of("name", "路灯")))
        .post("/api/v1/complaints");
  }

  @Test
  void who_may_not_read_a_name_in_the_text_does_not_read_it_among_the_words_either() {
    Response complaint = sentByLamp(Role.CHANNEL_CLERK);
    complaint
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("suggestions.words.flatten()", hasItem("路灯"));
    String path = "/api/v1/complaints/" + complaint.path("id");
    As.role(Role.SPECIAL_TEAM).get(path).then().body("suggestions.words.flatten()", hasItem("路灯"));
    for (Role role : new Role[] {Role.SUBDISTRICT, Role.TOP_LEADER, Role.ADMIN}) {
      As.role(role)
          .get(path)
          .then()
          .statusCode(200)
          .body("suggestions", hasSize(3))
          .body("suggestions.words.flatten()", not(hasItem("路灯")));
    }
    As.role(Role.ADMIN)
        .get(path + "/suggestion")
        .then()
        .statusCode(200)
        .body("categories.words.flatten()", not(hasItem("路灯")));
  }

  @Test
  void the_answer_to_who_sent_it_hides_the_name_as_later_answers_do() {
    Response answer = sentByLamp(Role.SUBDISTRICT);
    answer.then().statusCode(201).body("suggestions.words.flatten()", not(hasItem("路灯")));
    assertEquals(
        answer.<List<Object>>path("suggestions"),
        As.role(Role.SUBDISTRICT)
            .get("/api/v1/complaints/" + answer.path("id"))
            .<List<Object>>path("suggestions"));
  }

  @Test
  void who_is_not_logged_in_is_told_what_the_text_seems_to_be_about() {
    As.nobody()
        .body(Map.of("channel", "DANGQUN_MINIPROGRAM", "text", LAMP, "categoryCode", "SANITATION"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .body("waitingFor", equalTo("VERIFICATION"))
        .body("suggestions[0].code", equalTo("STREET_LAMP"));
  }
}
