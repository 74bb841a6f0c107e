package org.bihuan.intake.registration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text that is sent counts. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class TextTest {

  private static final String GRIN = "\ud83d\ude00";

  private static ValidatableResponse register(Map<String, Object> fields) {
    return As.role(Role.CHANNEL_CLERK).body(fields).post("/api/v1/complaints").then();
  }

  private static ValidatableResponse registerWith(String field, String value) {
    Map<String, Object> fields =
        new java.util.HashMap<>(
            Map.of("channel", "HOTLINE_12319", "text", "示例路路灯不亮 " + UUID.randomUUID()));
    fields.put(field, value);
    return register(fields);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\u200b", "\ufeff", "\u202e\u202c", "\u00ad"})
  void a_text_of_which_nothing_is_seen_is_missing(String text) {
    registerWith("text", text)
        .statusCode(400)
        .body("errors.field", contains("text"))
        .body("errors.code", contains("required"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u3000", "\u200b"})
  void a_number_of_which_nothing_is_seen_was_not_given(String number) {
    registerWith("sourceRef", number).statusCode(201).body("sourceRef", nullValue());
    registerWith("sourceRef", number).statusCode(201).body("sourceRef", nullValue());
  }

  @Test
  void blanks_around_a_number_do_not_belong_to_it() {
    String number = UUID.randomUUID().toString();
    Map<String, Object> fields =
        Map.of("channel", "HOTLINE_12319", "text", "示例路路灯不亮 " + number, "sourceRef", number);
    String id = register(fields).statusCode(201).extract().path("id");
    Map<String, Object> again = new java.util.HashMap<>(fields);
    again.put("sourceRef", " " + number + "\u200b ");
    register(again).statusCode(200).body("id", equalTo(id)).body("sourceRef", equalTo(number));
  }

  @Test
  void a_length_counts_characters() {
    registerWith("subject", GRIN.repeat(200)).statusCode(201);
    registerWith("subject", GRIN.repeat(201))
        .statusCode(400)
        .body("errors.field", contains("subject"))
        .body("errors.code", contains("size"));
    registerWith("text", GRIN.repeat(4000)).statusCode(201);
    registerWith("text", GRIN.repeat(4001)).statusCode(400);
  }

  /** Twelve signs that become thirteen. */
  private static final String LANDLINE = "053281234567";

  @Test
  void a_number_that_grows_when_it_is_masked_still_fits() {
    Map<String, Object> sent =
        Map.of(
            "channel",
            "HOTLINE_12319",
            "subject",
            "灯".repeat(188) + LANDLINE,
            "text",
            GRIN.repeat(3988) + LANDLINE,
            "location",
            Map.of("address", "路".repeat(288) + LANDLINE),
            "reporter",
            Map.of("anonymous", true));
    register(sent)
        .statusCode(201)
        .body("subject", equalTo("灯".repeat(188) + "0532-****456"))
        .body("text", equalTo(GRIN.repeat(3988) + "0532-****456"))
        .body("location.address", equalTo("路".repeat(288) + "0532-****456"));
  }
}
