package org.bihuan.intake.registration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Numbers and keys of senders: nobody learns by them, or blocks, what is another's. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SenderNumbersTest {

  private static final String COMPLAINTS = "/api/v1/complaints";

  @Inject DataSource dataSource;

  private static String body(String channel, String sourceRef, String text) {
    return "{\"channel\": \"%s\", \"sourceRef\": \"%s\", \"text\": \"%s\"}"
        .formatted(channel, sourceRef, text);
  }

  private static RequestSpecification keyOf(String channel) {
    String secret =
        As.role(Role.ADMIN)
            .body("{\"holder\": \"test\"}")
            .post("/api/v1/channels/" + channel + "/keys")
            .path("secret");
    return As.nobody().header("X-Api-Key", secret);
  }

  @Test
  void a_stranger_learns_nothing_by_a_number_and_takes_none() {
    String number = UUID.randomUUID().toString();
    String text = "网页渠道的保密诉求 " + number;
    keyOf("WEB_FORM").body(body("WEB_FORM", number, text)).post(COMPLAINTS).then().statusCode(201);
    As.nobody()
        .body(body("WEB_FORM", number, text))
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.field", contains("sourceRef"))
        .body("errors.code", contains("needs-login"));
    As.nobody()
        .body(body("WEB_FORM", UUID.randomUUID().toString(), text))
        .post(COMPLAINTS)
        .then()
        .statusCode(400);
  }

  @Test
  void the_key_of_another_channel_learns_nothing_by_a_number() {
    String number = UUID.randomUUID().toString();
    keyOf("WEB_FORM")
        .body(body("WEB_FORM", number, "楼道堆物"))
        .post(COMPLAINTS)
        .then()
        .statusCode(201);
    keyOf("HOTLINE_12345")
        .body(body("WEB_FORM", number, "楼道堆物"))
        .post(COMPLAINTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("source-ref-not-yours"));
  }

  @Test
  void the_same_number_with_the_same_content_is_the_first_answer_again() {
    String number = UUID.randomUUID().toString();
    RequestSpecification key = keyOf("HOTLINE_12345");
    Response first = key.body(body("HOTLINE_12345", number, "楼道堆物 " + number)).post(COMPLAINTS);
    first.then().statusCode(201);
    As.role(Role.SPECIAL_TEAM)
        .body(body("HOTLINE_12345", number, "楼道堆物 " + number))
        .post(COMPLAINTS)
        .then()
        .statusCode(200)
        .body("id", equalTo(first.path("id")));
  }

  @Test
  void the_same_number_with_other_content_says_what_differs() {
    String number = UUID.randomUUID().toString();
    RequestSpecification key = keyOf("HOTLINE_12345");
    Response first = key.body(body("HOTLINE_12345", number, "楼道堆物")).post(COMPLAINTS);
    key.body(body("HOTLINE_12345", number, "下水道堵塞"))
        .post(COMPLAINTS)
        .then()
        .statusCode(409)
        .body("code", equalTo("source-ref-reused"))
        .body("complaintId", equalTo(first.path("id")))
        .body("differs", contains("text"));
  }

  private void store(String number, String fingerprints) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(
          "update complaint set sent_fingerprints = %s where source_ref = '%s'"
              .formatted(fingerprints, number));
    }
  }

  private static String exposed(String number, String text, String source) {
    return """
        {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "MEDIA_EXPOSURE", "sourceRef": "%s", "text": "%s",
         "source": %s}
        """
        .formatted(number, text, source);
  }

  @Test
  void what_an_earlier_build_did_not_store_is_not_lost_when_it_comes_later() throws SQLException {
    String number = UUID.randomUUID().toString();
    String outlet = "{\"outlet\": \"日报\", \"publishedOn\": \"2026-11-24\"}";
    RequestSpecification team = As.role(Role.SPECIAL_TEAM);
    team.body(exposed(number, "公厕 " + number, "null")).post(COMPLAINTS).then().statusCode(201);
    // Without the name of the key, and the first eight fields alone.
    store(number, "substring(sent_fingerprints from 9 for 64)");
    team.body(exposed(number, "公厕 " + number, "null")).post(COMPLAINTS).then().statusCode(200);
    team.body(exposed(number, "公厕 " + number, outlet))
        .post(COMPLAINTS)
        .then()
        .statusCode(409)
        .body("differs", contains("source"));
    team.body(exposed(number, "别的", "null"))
        .post(COMPLAINTS)
        .then()
        .statusCode(409)
        .body("differs", contains("text"));
  }

  @Test
  void under_a_key_that_was_not_named_and_is_gone_nothing_differs() throws SQLException {
    String number = UUID.randomUUID().toString();
    RequestSpecification team = As.role(Role.SPECIAL_TEAM);
    team.body(exposed(number, "公厕 " + number, "null")).post(COMPLAINTS).then().statusCode(201);
    store(number, "decode(repeat('5a', 64), 'hex')");
    team.body(exposed(number, "公厕 " + number, "null")).post(COMPLAINTS).then().statusCode(200);
  }

  @Test
  void a_correction_at_the_desk_makes_no_repetition_another_complaint() {
    String number = UUID.randomUUID().toString();
    RequestSpecification key = keyOf("HOTLINE_12345");
    Response first = key.body(body("HOTLINE_12345", number, "想问一下 " + number)).post(COMPLAINTS);
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", first.header("ETag"))
        .body("{\"categoryCode\": \"SANITATION\", \"subdistrictCode\": \"370203021\"}")
        .patch(COMPLAINTS + "/" + first.path("id"))
        .then()
        .statusCode(200);
    key.body(body("HOTLINE_12345", number, "想问一下 " + number))
        .post(COMPLAINTS)
        .then()
        .statusCode(200)
        .body("categoryCode", equalTo("SANITATION"));
  }

  @Test
  void a_key_that_could_be_guessed_is_refused_without_a_login() {
    As.nobody()
        .header("Idempotency-Key", "1")
        .body("{\"channel\": \"WEB_FORM\", \"text\": \"垃圾成堆\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.code", contains("idempotency-key-not-random"));
  }

  @Test
  void a_random_key_works_without_a_login() {
    String key = UUID.randomUUID().toString();
    String body = "{\"channel\": \"WEB_FORM\", \"text\": \"垃圾成堆 %s\"}".formatted(key);
    String first =
        As.nobody().header("Idempotency-Key", key).body(body).post(COMPLAINTS).path("trackingCode");
    As.nobody()
        .header("Idempotency-Key", key)
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("trackingCode", equalTo(first));
  }

  @Test
  void what_nobody_who_logged_in_has_sent_starts_no_clock() {
    As.nobody()
        .body("{\"channel\": \"WEB_FORM\", \"text\": \"公厕很脏\", \"categoryCode\": \"SANITATION\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("VERIFICATION"))
        .body("problemId", nullValue());
  }

  @Test
  void an_anonymous_reporter_leaves_no_name_and_no_number_in_the_text() {
    As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "subject": "王小明反映", "text": "王小明家楼顶漏雨, 电话 8388 0503, 请回电",
             "categoryCode": "ROOF_LEAK", "location": {"address": "王小明家"},
             "reporter": {"name": "王小明", "phone": "0532-83880503", "anonymous": true}}
            """)
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .body("subject", equalTo("王*反映"))
        .body("text", not(containsString("小明")))
        .body("text", not(containsString("8388")))
        .body("location.address", equalTo("王*家"))
        .body("reporter.name", nullValue());
  }
}
