package org.bihuan.intake.registration.spam;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.category.CategoryRecognition;
import org.bihuan.intake.recognition.Recognition;
import org.bihuan.kit.refusal.TooMany;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of those who have not logged in, and of nobody else. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class StrangersTextsTest {

  private static final String ADVERTISING =
      "低息放款秒到账 https://dk.example.com 或 https://dk.example.net 加微信 zhuan88888";

  @Inject CategoryRecognition keywords;
  @Inject Recognition recognition;

  private static Response send(RequestSpecification as, String text) {
    return as.body("{\"channel\": \"WEB_FORM\", \"text\": \"%s\"}".formatted(text))
        .post("/api/v1/complaints");
  }

  @Test
  void advertising_is_refused_and_what_names_a_matter_waits_for_the_desk() {
    send(As.nobody(), ADVERTISING)
        .then()
        .statusCode(422)
        .body("code", equalTo("looks-like-advertising"));
    send(As.nobody(), "路灯不亮, " + ADVERTISING)
        .then()
        .statusCode(201)
        .body("waitingFor", equalTo("VERIFICATION"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"⒑", "\ufdfa"})
  void a_long_text_of_one_sign_is_taken_like_any_other(String sign) {
    send(As.nobody(), sign.repeat(4000)).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"⒑", "\ufdfa", "1 ", "86", "鲁A", "鲁A1 ", "小区", "我们", "a市", "E1", "李 "})
  void it_is_recognised_masked_and_compared_like_any_other(String sign) {
    String text = "李某某" + sign.repeat(3990 / sign.length()) + "号楼";
    Response sent =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "text": "%s",
                 "reporter": {"name": "李某某", "phone": "19900000123"}}
                """
                    .formatted(text))
            .post("/api/v1/complaints");
    sent.then().statusCode(201);
    String path = "/api/v1/complaints/" + sent.path("id");
    As.role(Role.ADMIN).get(path).then().statusCode(200);
    As.role(Role.SPECIAL_TEAM).get(path + "/similar").then().statusCode(200);
  }

  @Test
  void who_has_logged_in_may_pass_it_on() {
    send(As.role(Role.SPECIAL_TEAM), ADVERTISING).then().statusCode(201);
  }

  @Test
  void the_same_text_is_refused_after_so_many_times_whoever_sends_it() {
    StrangersTexts strangers = new StrangersTexts(keywords, recognition, 2);
    strangers.admit("路灯", "路灯不亮", false);
    strangers.admit("路灯", "路灯 不亮!", true);
    TooMany refusal = assertThrows(TooMany.class, () -> strangers.admit("路灯", "路灯不亮", false));
    assertEquals("same-text-too-often", refusal.code());
    strangers.admit("路灯", "路灯又不亮", false);
  }
}
