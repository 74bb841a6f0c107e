package org.bihuan.intake.registration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who says the same about the same place joins the problem that is tracked, or waits for it. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SameWordsTest {

  private static final String COMPLAINTS = "/api/v1/complaints";

  private static Response sent(String category, String text, String address) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "%s", "text": "%s",
             "location": {"address": "%s", "subdistrictCode": "370203021"}}
            """
                .formatted(category, text, address))
        .post(COMPLAINTS);
  }

  @Test
  void one_text_sent_twice_is_one_problem() {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent("SANITATION", "公厕很脏，没人打扫", address);
    Response second = sent("SANITATION", "公厕很脏, 没人打扫!", address);
    second
        .then()
        .statusCode(201)
        .body("status", equalTo("MERGED"))
        .body("problemId", equalTo(first.path("problemId")));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + first.path("problemId"))
        .then()
        .body("complaints.count", equalTo(2));
  }

  @Test
  void the_same_text_under_another_category_waits_as_a_likely_duplicate() {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent("SANITATION", "公厕很脏", address);
    sent("PIPE_BLOCKAGE", "公厕很脏", address)
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("DUPLICATE"))
        .body("likelyProblemId", equalTo(first.path("problemId")));
  }

  private static Response sentBy(String kind, String address) {
    return As.role(Role.SPECIAL_TEAM)
        .body(
            """
            {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "%s", "categoryCode": "SANITATION", "text": "公厕很脏",
             "location": {"address": "%s", "subdistrictCode": "370203021"}}
            """
                .formatted(kind, address))
        .post(COMPLAINTS);
  }

  @ParameterizedTest
  @CsvSource({"CITIZEN, MEDIA_EXPOSURE", "CITY_COVERT_CHECK, CITIZEN"})
  void the_same_text_of_another_source_waits_as_a_likely_duplicate(String one, String other) {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sentBy(one, address);
    first.then().statusCode(201).body("status", equalTo("FILED"));
    sentBy(other, address)
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("DUPLICATE"))
        .body("likelyProblemId", equalTo(first.path("problemId")));
    sentBy(one, address).then().statusCode(201).body("status", equalTo("MERGED"));
  }

  private static Response sentWithoutPlace(String text) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "SANITATION", "text": "%s"}
            """
                .formatted(text))
        .post(COMPLAINTS);
  }

  @Test
  void the_same_words_are_one_problem_wherever_they_were_found_to_be() {
    String run = UUID.randomUUID().toString();
    Response placed = sentWithoutPlace("登州路街道公厕很脏，没人打扫 " + run);
    placed
        .then()
        .body("status", equalTo("FILED"))
        .body("location.subdistrictCode", equalTo("370203011"));
    sentWithoutPlace("登州路；街；道公厕很脏，没人打扫 " + run)
        .then()
        .statusCode(201)
        .body("location.subdistrictCode", nullValue())
        .body("status", equalTo("MERGED"))
        .body("problemId", equalTo(placed.path("problemId")));
  }
}
