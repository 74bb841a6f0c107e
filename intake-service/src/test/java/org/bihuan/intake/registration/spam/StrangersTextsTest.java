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
