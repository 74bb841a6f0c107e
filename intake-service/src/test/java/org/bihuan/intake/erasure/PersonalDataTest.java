package org.bihuan.intake.erasure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reporters are erased after a time or at their own wish, and shown to themselves. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class PersonalDataTest {

  private static final String COMPLAINTS = "/api/v1/complaints/";
  private static final String REQUESTS = "/api/v1/personal-data-requests";
  private static final String ERASED = "intake.personal-data-erased.v1";
  private static final AtomicInteger NUMBER = new AtomicInteger(2000);

  @Inject DataSource dataSource;
  @Inject Purge purge;

  private final String phone = "1990000" + NUMBER.incrementAndGet();

  private Response register(String category) {
    return register(category, true);
  }

  private Response register(String category, boolean confidential) {
    Response registered =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "categoryCode": "%s", "sourceRef": "%s",
                 "text": "李某某的电话是%s, 车牌鲁B12345, %s",
                 "location": {"address": "示例路 1 号李某某家", "subdistrictCode": "370203021"},
                 "reporter": {"name": "李某某", "phone": "%s", "confidential": %s}}
                """
                    .formatted(
                        category, UUID.randomUUID(), phone, UUID.randomUUID(), phone, confidential))
            .post("/api/v1/complaints");
    registered.then().statusCode(201);
    return registered;
  }

  private Response rejected() {
    Response waiting = register("OTHER");
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"已告知李某某, 电话%s\"}".formatted(phone))
        .post(COMPLAINTS + waiting.path("id") + "/rejection")
        .then()
        .statusCode(200);
    return waiting;
  }

  private Response handedOver() {
    Response waiting = register("OTHER");
    As.role(Role.SPECIAL_TEAM)
        .body(
            """
            {"bodyCode": "EDUCATION", "reason": "李某某反映学校", "replyToReporter": "李某某: 请致电%s"}
            """
                .formatted(phone))
        .post(COMPLAINTS + waiting.path("id") + "/handover")
        .then()
        .statusCode(200);
    return waiting;
  }

  private static Response read(Response complaint) {
    return As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + complaint.path("id"));
  }

  private static Response disclose(Response complaint) {
    return As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"回访李某某\"}")
        .post(COMPLAINTS + complaint.path("id") + "/reporter-disclosures");
  }

  private static Response entries(Response complaint, String kind) {
    return As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=" + kind + "&complaintId=" + complaint.path("id"));
  }

  private void age(Response complaint, String age) throws SQLException {
    run(
        """
        update complaint set received_at = now() - interval '%1$s', changed_at = now() - interval '%1$s' where id = '%2$s'
        """
            .formatted(age, complaint.path("id")));
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  private static void assertErased(Response complaint) {
    read(complaint)
        .then()
        .body("reporterPurgedAt", notNullValue())
        .body("reporter.name", nullValue())
        .body("reporter.phone", nullValue())
        .body("reporter.confidential", equalTo(true))
        .body("text", containsString("李*的电话是199****"))
        .body("text", containsString("鲁B***45"))
        .body("location.address", equalTo("示例路 1 号李*家"));
    disclose(complaint).then().statusCode(409).body("code", equalTo("reporter-purged"));
  }

  private static void assertKept(Response complaint) {
    read(complaint)
        .then()
        .body("reporterPurgedAt", nullValue())
        .body("reporter.name", equalTo("李*"))
        .body("text", containsString("鲁B12345"));
  }

  @Test
  void what_ended_long_ago_is_purged_and_the_ledger_stays_whole() throws SQLException {
    Response rejected = rejected();
    Response handedOver = handedOver();
    Response writtenOff = register("SANITATION");
    Response open = register("SANITATION");
    Response recent = rejected();
    disclose(rejected).then().statusCode(200);
    await().until(() -> found(phone).contains(rejected.<String>path("id")));
    for (Response old : List.of(rejected, handedOver, writtenOff, open)) {
      age(old, "25 months");
    }
    age(recent, "23 months");
    run(
        "update problem set status = 'WRITTEN_OFF', written_off_at = now() - interval '25 months' where id = '%s'"
            .formatted(writtenOff.<String>path("problemId")));
    purge.run();
    for (Response old : List.of(rejected, handedOver, writtenOff)) {
      assertErased(old);
      entries(old, ERASED)
          .then()
          .body("items", hasSize(1))
          .body("items[0].content.why", equalTo("PURGE"))
          .body("items[0].actor.role", equalTo("SYSTEM"));
    }
    read(rejected).then().body("rejectionReason", equalTo("已告知李*, 电话199****" + phone.substring(7)));
    read(handedOver)
        .then()
        .body("handover.reason", equalTo("李*反映学校"))
        .body("handover.replyToReporter", equalTo("李*: 请致电199****" + phone.substring(7)));
    assertKept(open);
    assertKept(recent);
    await().until(() -> !found(phone).contains(rejected.<String>path("id")));
    As.role(Role.ADMIN)
        .get("/api/v1/ledger/verification?from=CHECKPOINT")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true));
    purge.run();
    entries(rejected, ERASED).then().body("items", hasSize(1));
  }

  private static List<String> found(String word) {
    return As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/complaints?limit=200&q=" + word)
        .path("items.id");
  }

  private static Response ask(String kind, String field, Object value) {
    return As.role(Role.SPECIAL_TEAM).body(body(kind, field, value)).post(REQUESTS);
  }

  private static String body(String kind, String field, Object value) {
    return "{\"kind\": \"%s\", \"%s\": \"%s\", \"reason\": \"本人来电\"}".formatted(kind, field, value);
  }

  @Test
  void a_person_is_shown_all_that_is_kept_and_the_look_is_on_record() {
    Response first = register("OTHER");
    Response second = register("OTHER");
    disclose(first).then().statusCode(200);
    String spelt = "+86 " + phone.substring(0, 3) + "-" + phone.substring(3);
    Response answer = ask("EXPORT", "phone", spelt);
    answer
        .then()
        .statusCode(201)
        .body("request.kind", equalTo("EXPORT"))
        .body("request.byPhone", equalTo(true))
        .body("request.complaints", equalTo(2))
        .body("kept", empty())
        .body("data.serial", contains(first.path("serial"), second.<Object>path("serial")))
        .body("data[0].name", equalTo("李某某"))
        .body("data[0].phone", equalTo(phone))
        .body("data[0].text", containsString(phone))
        .body("data[0].status", equalTo("RECEIVED"))
        .body("data[0].location.address", equalTo("示例路 1 号李某某家"))
        .body("data[0].looks.reason", contains("回访李某某"))
        .body("data[1].looks", empty());
    entries(second, "intake.reporter-disclosed.v1").then().body("items", hasSize(1));
    String request = answer.path("request.id");
    As.role(Role.ADMIN)
        .get(REQUESTS + "?kind=EXPORT&limit=200")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + request + "' }.reason", equalTo("本人来电"))
        .body("items.find { it.id == '" + request + "' }.actor.role", equalTo("SPECIAL_TEAM"))
        .body(not(containsString(phone)));
  }

  @Test
  void a_person_of_whom_nothing_is_kept_is_told_so() {
    ask("EXPORT", "phone", "19900001999")
        .then()
        .statusCode(201)
        .body("request.complaints", equalTo(0))
        .body("data", empty());
  }

  @Test
  void an_erasure_takes_what_has_ended_and_names_what_is_under_way() {
    Response ended = rejected();
    Response underWay = register("SANITATION");
    ask("ERASURE", "phone", phone)
        .then()
        .statusCode(201)
        .body("request.complaints", equalTo(2))
        .body("request.erased", equalTo(1))
        .body("data", empty())
        .body("kept.complaintId", contains(underWay.<String>path("id")))
        .body("kept[0].status", equalTo("IN_PROGRESS"));
    assertErased(ended);
    assertKept(underWay);
    entries(ended, ERASED)
        .then()
        .body("items[0].content.why", equalTo("REQUEST"))
        .body("items[0].actor.role", equalTo("SPECIAL_TEAM"));
    ask("ERASURE", "phone", phone).then().body("request.complaints", equalTo(1));
  }

  private Response writtenOff() throws SQLException {
    Response complaint = register("SANITATION");
    run(
        "update problem set status = 'WRITTEN_OFF', written_off_at = now() where id = '%s'"
            .formatted(complaint.<String>path("problemId")));
    return complaint;
  }

  private void say(Response complaint) {
    As.role(Role.ADMIN)
        .body(
            "{\"resolved\": true, \"satisfaction\": 4, \"comment\": \"李某某: 请致电%s\"}"
                .formatted(phone))
        .post("/api/v1/public/complaints/" + complaint.path("trackingCode") + "/feedback")
        .then()
        .statusCode(200);
  }

  private String value(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertTrue(row.next(), query);
      return row.getString(1);
    }
  }

  @Test
  void feedback_is_exported_masked_by_an_erasure_and_by_every_later_word() throws SQLException {
    Response complaint = writtenOff();
    say(complaint);
    ask("EXPORT", "phone", phone)
        .then()
        .body("data[0].feedback.satisfaction", equalTo(4))
        .body("data[0].feedback.comment", equalTo("李某某: 请致电" + phone));
    eraseOwn(complaint).then().statusCode(200);
    String masked = "请致电199****" + phone.substring(7);
    read(complaint).then().body("feedback.comment", equalTo("李*: " + masked));
    Response erased = writtenOff();
    eraseOwn(erased).then().statusCode(200);
    say(erased);
    read(erased).then().body("feedback.comment", equalTo("李某某: " + masked));
  }

  @Test
  void who_is_erased_is_not_called_any_more() throws SQLException {
    Response complaint = writtenOff();
    run(
        """
        insert into call_back (id, version, complaint_id, status, planned_at, due_at, attempts)
        values (gen_random_uuid(), 0, '%s', 'OPEN', now(), now() + interval '3 days', 0)
        """
            .formatted(complaint.<String>path("id")));
    eraseOwn(complaint).then().statusCode(200);
    As.role(Role.CHANNEL_CLERK)
        .get("/api/v1/call-backs?complaintId=" + complaint.path("id"))
        .then()
        .statusCode(200)
        .body("items.status", contains("CLOSED"));
  }

  @Test
  void what_a_channel_was_told_is_masked_and_its_answer_goes() throws SQLException {
    Response complaint = rejected();
    UUID delivery = UUID.randomUUID();
    run(
        """
        with hook as (
          insert into webhook (id, channel_code, url, events, secret, active, created_at, version)
          values (gen_random_uuid(), 'HOTLINE_12319', 'https://hotline.example', '{COMPLAINT_REJECTED}', '', false,
            now(), 0) returning id),
        told as (
          insert into delivery (id, channel, address, webhook_id, message_key, kind, complaint_id, occurred_at, note,
            status, attempts, created_at, finished_at)
          select '%1$s', 'HOTLINE_12319', hook.id, hook.id, '%1$s', 'COMPLAINT_REJECTED', '%2$s', now(),
            '已告知李某某, 电话%3$s', 'DELIVERED', 1, now(), now() from hook returning id)
        insert into delivery_attempt (id, delivery_id, number, at, took_millis, outcome, status_code, answer)
        select gen_random_uuid(), told.id, 1, now(), 5, 'DELIVERED', 200, '李某某' from told
        """
            .formatted(delivery, complaint.<String>path("id"), phone));
    eraseOwn(complaint).then().statusCode(200);
    assertEquals(
        "已告知李*, 电话199****" + phone.substring(7),
        value("select note from delivery where id = '%s'".formatted(delivery)));
    assertNull(
        value("select answer from delivery_attempt where delivery_id = '%s'".formatted(delivery)));
  }

  @AfterEach
  void forgetWebhooks() throws SQLException {
    run("delete from webhook where url = 'https://hotline.example'");
  }

  @Test
  void what_a_source_from_above_said_is_masked_too() throws SQLException {
    Response complaint = rejected();
    run(
        "update complaint set source_kind = 'CITY_MEETING', source_title = '李某某%s', source_reference = repeat('号', 87) || ' 053280000123' where id = '%s'"
            .formatted(phone, complaint.<String>path("id")));
    eraseOwn(complaint).then().statusCode(200);
    read(complaint)
        .then()
        .body("source.title", equalTo("李*199****" + phone.substring(7)))
        .body("source.reference", containsString("0532-****012"));
  }

  @Test
  void what_no_key_opens_stays_and_is_named() throws SQLException {
    Response locked = rejected();
    age(locked, "25 months");
    run(
        "update complaint set reporter_name = '\\x0200000001' || reporter_name where id = '%s'"
            .formatted(locked.<String>path("id")));
    try {
      assertStays(locked);
    } finally {
      run(
          "update complaint set reporter_name = substring(reporter_name from 6) where id = '%s'"
              .formatted(locked.<String>path("id")));
    }
  }

  private void assertStays(Response locked) {
    purge.run();
    read(locked).then().body("reporterPurgedAt", nullValue()).body("text", containsString("李某某"));
    eraseOwn(locked).then().statusCode(409).body("code", equalTo("reporter-unreadable"));
    ask("ERASURE", "phone", phone)
        .then()
        .statusCode(201)
        .body("request.erased", equalTo(0))
        .body("kept.complaintId", contains(locked.<String>path("id")))
        .body("kept.status", contains("REJECTED"));
    entries(locked, ERASED).then().body("items", empty());
  }

  @Test
  void the_reason_of_a_request_does_not_name_whom_it_was_about() {
    rejected();
    for (String kind : List.of("EXPORT", "ERASURE")) {
      As.role(Role.SPECIAL_TEAM)
          .body(
              "{\"kind\": \"%s\", \"phone\": \"%s\", \"reason\": \"李某某本人来电%s\"}"
                  .formatted(kind, phone, phone))
          .post(REQUESTS)
          .then()
          .statusCode(201)
          .body("request.reason", equalTo("李*本人来电199****" + phone.substring(7)));
    }
  }

  @Test
  void nobody_is_erased_where_nobody_was_named() throws SQLException {
    Response unnamed =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"categoryCode\": \"OTHER\", \"text\": \"电话%s %s\"}"
                    .formatted(phone, UUID.randomUUID()))
            .post("/api/v1/complaints");
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"不受理\"}")
        .post(COMPLAINTS + unnamed.path("id") + "/rejection")
        .then()
        .statusCode(200);
    age(unnamed, "25 months");
    purge.run();
    read(unnamed)
        .then()
        .body("reporterPurgedAt", notNullValue())
        .body("text", containsString("199****"));
    entries(unnamed, ERASED).then().body("items", empty());
  }

  @Test
  void what_is_sent_again_under_its_number_after_an_erasure_brings_nothing_back() {
    Response ended = rejected();
    ask("ERASURE", "trackingCode", ended.path("trackingCode")).then().statusCode(201);
    As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "sourceRef": "%s", "text": "李某某", "reporter": {"phone": "%s"}}
            """
                .formatted(ended.path("sourceRef"), phone))
        .post("/api/v1/complaints")
        .then()
        .statusCode(200)
        .body("id", equalTo(ended.path("id")));
    assertErased(ended);
  }

  @Test
  void a_clerk_acts_by_the_code_of_a_complaint_of_the_own_channel_alone() {
    String code = register("OTHER").path("trackingCode");
    As.role(Role.CHANNEL_CLERK)
        .body(body("EXPORT", "trackingCode", code))
        .post(REQUESTS)
        .then()
        .statusCode(201)
        .body("data", hasSize(1));
    As.as(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("HOTLINE_12345")))
        .body(body("EXPORT", "trackingCode", code))
        .post(REQUESTS)
        .then()
        .statusCode(404)
        .body("code", equalTo("tracking-code-unknown"));
    As.role(Role.CHANNEL_CLERK)
        .body(body("EXPORT", "phone", phone))
        .post(REQUESTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("phone-of-any-channel"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "reason": "来电"                                                   | phone-or-tracking-code
          "reason": "来电", "phone": "19900000123", "trackingCode": "T2KM"   | phone-or-tracking-code
          "reason": "来电", "phone": "12345"                                 | no-phone-number
          """)
  void a_request_names_its_complaints_in_one_way(String fields, String code) {
    As.role(Role.SPECIAL_TEAM)
        .body("{\"kind\": \"EXPORT\", " + fields + "}")
        .post(REQUESTS)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void a_number_with_more_complaints_than_a_person_has_is_refused() throws SQLException {
    Response one = register("OTHER");
    run(
        """
        insert into complaint select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
          'serial', 'V-' || n, 'tracking_code', 'V' || n, 'source_ref', null))).*
        from complaint c, generate_series(1, 500) n where c.id = '%s'
        """
            .formatted(one.<String>path("id")));
    try {
      ask("EXPORT", "phone", phone)
          .then()
          .statusCode(422)
          .body("code", equalTo("too-many-own-complaints"));
    } finally {
      run("delete from complaint where serial like 'V-%'");
    }
  }

  @Test
  void a_reporter_has_a_complaint_erased_by_its_code_once_it_has_ended() {
    Response underWay = register("SANITATION");
    eraseOwn(underWay)
        .then()
        .statusCode(409)
        .body("code", equalTo("still-under-way"))
        .body("status", equalTo("IN_PROGRESS"));
    assertKept(underWay);
    Response ended = rejected();
    String erasedAt =
        eraseOwn(ended)
            .then()
            .statusCode(200)
            .body("serial", equalTo(ended.path("serial")))
            .extract()
            .path("reporterPurgedAt");
    assertErased(ended);
    eraseOwn(ended).then().statusCode(200).body("reporterPurgedAt", equalTo(erasedAt));
    entries(ended, ERASED)
        .then()
        .body("items", hasSize(1))
        .body("items[0].actor.role", equalTo("ANONYMOUS"));
    As.nobody()
        .get("/api/v1/public/complaints/" + ended.path("trackingCode"))
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"));
    As.nobody()
        .post("/api/v1/public/complaints/T2KMBSDTM8L2WYJ9BNST/erasure")
        .then()
        .statusCode(404)
        .body("code", equalTo("tracking-code-unknown"));
  }

  private static Response eraseOwn(Response complaint) {
    return As.nobody()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/api/v1/public/complaints/" + complaint.path("trackingCode") + "/erasure");
  }

  @Test
  void who_reads_numbers_masked_does_not_find_a_complaint_by_a_plate() {
    Response complaint = register("OTHER", false);
    await().until(() -> found("鲁B12345").contains(complaint.<String>path("id")));
    for (String part : List.of("鲁B12345", "鲁B123", "12345")) {
      List<String> ids =
          As.role(Role.ADMIN).get("/api/v1/complaints?limit=200&q=" + part).path("items.id");
      assertFalse(ids.contains(complaint.<String>path("id")), part);
    }
  }

  @Test
  void who_must_not_know_a_reporter_does_not_find_the_complaint_by_the_name() {
    String confidential = register("OTHER").path("id");
    String open = register("OTHER", false).path("id");
    await().until(() -> found("李某某").containsAll(List.of(confidential, open)));
    List<String> ids =
        As.role(Role.ADMIN).get("/api/v1/complaints?limit=200&q=李某某").path("items.id");
    assertTrue(ids.contains(open));
    assertFalse(ids.contains(confidential));
  }
}
