package org.bihuan.intake.complaint;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.Searchable;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ComplaintApiTest {

  private static final String COMPLAINTS = "/api/v1/complaints";

  private static String leakingRoof(String sourceRef) {
    return """
        {"channel": "HOTLINE_12319", "sourceRef": "%1$s", "subject": "楼顶漏雨",
         "text": "台东街道示例路 12 号 3 单元楼顶漏雨 %1$s, 已一周无人处理, 电话19900000123", "categoryCode": "ROOF_LEAK",
         "occurredAt": "2026-11-24T08:15:00+08:00",
         "location": {"address": "示例路 12 号", "subdistrictCode": "370203021",
                      "longitude": 120.3561, "latitude": 36.0835, "crs": "GCJ02"},
         "reporter": {"name": "李某某", "phone": "19900000123", "anonymous": false},
         "attachmentIds": []}
        """
        .formatted(sourceRef);
  }

  private static List<String> reversed(List<String> list) {
    List<String> copy = new java.util.ArrayList<>(list);
    java.util.Collections.reverse(copy);
    return copy;
  }

  private static String newRef() {
    return UUID.randomUUID().toString();
  }

  private static String filed() {
    return As.role(Role.CHANNEL_CLERK)
        .body(leakingRoof(newRef()))
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void a_complaint_with_a_category_becomes_a_problem_at_once() {
    Response created = As.role(Role.CHANNEL_CLERK).body(leakingRoof(newRef())).post(COMPLAINTS);
    created
        .then()
        .statusCode(201)
        .header("Location", org.hamcrest.Matchers.containsString("/api/v1/complaints/"))
        .header("ETag", notNullValue())
        .body("status", equalTo("FILED"))
        .body("problemId", notNullValue())
        .body("problemSerial", startsWith("WT"))
        .body("sourceKind", equalTo("CITIZEN"))
        .body("reporter.name", equalTo("李*"))
        .body("reporter.phone", equalTo("199****0123"))
        .body("allowedActions", is(List.of()));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + created.path("problemId"))
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("deadlineClass", equalTo("FACILITY"))
        .body("complaints.count", equalTo(1))
        .body(
            "description",
            org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("19900000123")));
  }

  @Test
  void a_missing_category_is_suggested_from_the_text() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"公厕异味很大, 卫生很差\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .body("categoryCode", equalTo("SANITATION"))
        .body("categorySuggested", equalTo(true));
  }

  @Test
  void a_text_that_matches_nothing_waits_as_other() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"想问一个问题\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .body("categoryCode", equalTo("OTHER"))
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("CATEGORY"));
  }

  @Test
  void every_fault_is_named_at_once_and_in_the_readers_language() {
    String body =
        """
        {"channel": "PIGEON", "text": "", "unknown": 1, "sourceKind": "NOBODY",
         "location": {"longitude": "east", "subdistrictCode": "1"}}
        """;
    As.role(Role.CHANNEL_CLERK)
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-request"))
        .body("title", equalTo("请求内容有误"))
        .body("traceId", notNullValue())
        .body(
            "errors.field",
            containsInAnyOrder(
                "text", "unknown", "sourceKind", "location.longitude", "location.subdistrictCode"));
    As.role(Role.CHANNEL_CLERK)
        .header("Accept-Language", "en-GB,en;q=0.8")
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("title", equalTo("The request is invalid"))
        .body("errors.find { it.field == 'unknown' }.message", equalTo("There is no such field"));
  }

  @Test
  void of_countless_faults_a_hundred_are_named() {
    String fields =
        IntStream.range(0, 150)
            .mapToObj(i -> "\"unknown%d\": 1".formatted(i))
            .collect(java.util.stream.Collectors.joining(","));
    As.role(Role.CHANNEL_CLERK)
        .body("{" + fields + "}")
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.size()", equalTo(100));
  }

  @Test
  void a_body_of_countless_elements_is_refused_before_they_are_checked() {
    String body = "{\"attachmentIds\": [" + "null,".repeat(100_000) + "null]}";
    As.role(Role.CHANNEL_CLERK)
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("json-too-long"))
        .body("title", equalTo("JSON 内容过多"));
    As.role(Role.CHANNEL_CLERK)
        .header("Accept-Language", "en")
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("title", equalTo("JSON too long"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+294277-01-01T00:00:00Z", "-4713-01-01T00:00:00Z", "1899-12-31T23:59:59Z"})
  void a_moment_that_nobody_means_is_refused_in_the_address_as_in_a_body(String moment) {
    As.role(Role.SPECIAL_TEAM)
        .queryParam("from", moment)
        .get(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("from")))
        .body("errors.code", equalTo(List.of("instant")));
  }

  @Test
  void an_unknown_channel_is_refused() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"PIGEON\", \"text\": \"漏雨\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("unknown-channel"));
  }

  @Test
  void broken_json_names_the_place() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": ")
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
  }

  @Test
  void a_text_of_more_than_4000_characters_is_refused() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"" + "漏".repeat(4001) + "\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("text"))
        .body("errors.code", hasItem("size"));
  }

  @Test
  void a_zero_character_is_refused() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"a\\u0000b\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("unprintable"));
  }

  @Test
  void a_hotline_needs_a_login_and_the_mini_program_does_not() {
    As.nobody()
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"漏雨\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthorized"));
    As.nobody()
        .body("{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"屋顶漏雨\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .body("trackingCode", notNullValue());
  }

  @Test
  void the_code_of_the_reporter_is_read_by_those_alone_who_take_complaints() {
    Response sent = As.role(Role.CHANNEL_CLERK).body(leakingRoof(newRef())).post(COMPLAINTS);
    String code = sent.path("trackingCode");
    String one = COMPLAINTS + "/" + sent.path("id");
    for (Role reader : List.of(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM)) {
      As.role(reader).get(one).then().statusCode(200).body("trackingCode", equalTo(code));
    }
    List<Identity> others =
        List.of(
            Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021"),
            Identity.of(Role.TOP_LEADER),
            Identity.of(Role.COMMITTEE_INSPECTOR),
            Identity.of(Role.ADMIN));
    String list = COMPLAINTS + "?problemId=" + sent.path("problemId");
    for (Identity other : others) {
      As.as(other).get(one).then().statusCode(200).body("trackingCode", nullValue());
      String json = As.as(other).get(list).asString();
      String csv = As.as(other).accept("text/csv").get(list).asString();
      assertTrue(json.contains(sent.path("serial")), json);
      assertTrue(csv.contains(sent.path("serial")), csv);
      assertFalse((json + csv).contains(code), json + csv);
    }
  }

  @Test
  void a_token_that_is_none_is_refused_as_a_problem() {
    As.nobody()
        .auth()
        .oauth2("not.a.token")
        .get(COMPLAINTS)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthorized"));
  }

  @Test
  void units_do_not_read_complaints() {
    As.role(Role.UNIT_HANDLER)
        .get(COMPLAINTS)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"));
  }

  @Test
  void a_unit_sees_no_problem_of_others() {
    String problem = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + filed()).path("problemId");
    As.role(Role.UNIT_HANDLER)
        .get("/api/v1/problems/" + problem)
        .then()
        .statusCode(404)
        .body("code", equalTo("problem-not-found"));
  }

  @Test
  void an_unknown_path_is_a_problem() {
    As.role(Role.ADMIN)
        .get("/api/v1/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    As.role(Role.ADMIN)
        .get(COMPLAINTS + "/no-id")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void an_unknown_or_unreadable_parameter_is_refused() {
    As.role(Role.ADMIN)
        .get(COMPLAINTS + "?statu=FILED")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("statu"));
    As.role(Role.ADMIN)
        .get(COMPLAINTS + "?status=LOST")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("status"));
    As.role(Role.ADMIN).get(COMPLAINTS + "?limit=201").then().statusCode(400);
    As.role(Role.ADMIN).get(COMPLAINTS + "?cursor=abc").then().statusCode(400);
  }

  @Test
  void pages_follow_one_another_without_gap_or_repetition() {
    String phrase = "分页" + UUID.randomUUID();
    List<String> ids =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    As.role(Role.CHANNEL_CLERK)
                        .body(
                            "{\"channel\": \"HOTLINE_12319\", \"text\": \"%s\"}".formatted(phrase))
                        .post(COMPLAINTS)
                        .<String>path("id"))
            .toList();
    Searchable.await();
    List<String> seen = new java.util.ArrayList<>();
    String cursor = null;
    do {
      Response page =
          As.role(Role.SPECIAL_TEAM)
              .queryParams("q", phrase, "limit", 2, "count", "exact")
              .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
              .get(COMPLAINTS);
      page.then().statusCode(200).body("total", equalTo(5));
      seen.addAll(page.path("items.id"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertEquals(reversed(ids), seen);
  }

  @Test
  void the_same_number_of_a_channel_is_the_same_complaint() {
    String body = leakingRoof(newRef());
    String first =
        As.role(Role.CHANNEL_CLERK)
            .body(body)
            .post(COMPLAINTS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    As.role(Role.CHANNEL_CLERK)
        .body(body)
        .post(COMPLAINTS)
        .then()
        .statusCode(200)
        .body("id", equalTo(first));
  }

  @Test
  void a_hundred_at_once_are_one_complaint() throws Exception {
    String body = leakingRoof(newRef());
    ExecutorService clients = Executors.newFixedThreadPool(20);
    List<Future<Response>> answers =
        IntStream.range(0, 100)
            .mapToObj(
                i -> clients.submit(() -> As.role(Role.CHANNEL_CLERK).body(body).post(COMPLAINTS)))
            .toList();
    Set<String> ids = new java.util.HashSet<>();
    int created = 0;
    for (Future<Response> answer : answers) {
      ids.add(answer.get().path("id"));
      created += answer.get().statusCode() == 201 ? 1 : 0;
    }
    clients.shutdown();
    assertEquals(1, created);
    assertEquals(1, ids.size());
  }

  @Test
  void a_repeated_key_gives_the_first_answer_again() {
    String key = newRef();
    String body = leakingRoof(newRef());
    Response first =
        As.role(Role.CHANNEL_CLERK).header("Idempotency-Key", key).body(body).post(COMPLAINTS);
    first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    Response second =
        As.role(Role.CHANNEL_CLERK).header("Idempotency-Key", key).body(body).post(COMPLAINTS);
    second
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", first.header("Location"));
    assertEquals(first.asString(), second.asString());
    As.role(Role.CHANNEL_CLERK)
        .header("Idempotency-Key", key)
        .body(leakingRoof(newRef()))
        .post(COMPLAINTS)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void a_filed_complaint_cannot_be_rejected() {
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"不属于受理范围\"}")
        .post(COMPLAINTS + "/" + filed() + "/rejection")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("FILED"))
        .body("requestedAction", equalTo("REJECT"))
        .body("allowedActions", is(List.of("MERGE", "CORRECT", "HAND_OVER")));
  }

  @Test
  void a_stale_version_is_refused() {
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", "\"99\"")
        .body("{\"reason\": \"不属于受理范围\"}")
        .post(COMPLAINTS + "/" + filed() + "/rejection")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
  }

  @Test
  void an_unchanged_complaint_is_not_sent_again() {
    String path = COMPLAINTS + "/" + filed();
    String tag = As.role(Role.SPECIAL_TEAM).get(path).header("ETag");
    As.role(Role.SPECIAL_TEAM).header("If-None-Match", tag).get(path).then().statusCode(304);
  }

  @Test
  void a_tracking_code_tells_how_far_it_is_and_nothing_personal() {
    String code =
        As.role(Role.CHANNEL_CLERK)
            .body(leakingRoof(newRef()))
            .post(COMPLAINTS)
            .path("trackingCode");
    As.nobody()
        .get("/api/v1/public/complaints/" + code)
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_PROGRESS"))
        .body("reporter", nullValue())
        .body("text", nullValue());
    As.nobody().get("/api/v1/public/complaints/AAAA").then().statusCode(404);
  }

  @Test
  void a_channel_key_sends_for_its_channel_only_and_can_be_revoked() {
    Response issued =
        As.role(Role.ADMIN)
            .body("{\"holder\": \"热线供应商\"}")
            .post("/api/v1/channels/HOTLINE_12319/keys");
    issued.then().statusCode(201);
    String secret = issued.path("secret");
    As.nobody()
        .header("X-Api-Key", secret)
        .body(leakingRoof(newRef()))
        .post(COMPLAINTS)
        .then()
        .statusCode(201);
    As.nobody()
        .header("X-Api-Key", secret)
        .body("{\"channel\": \"DISTRICT_HOTLINE\", \"text\": \"漏雨\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("channel-not-yours"));
    As.role(Role.ADMIN)
        .delete("/api/v1/channels/HOTLINE_12319/keys/" + issued.path("id"))
        .then()
        .statusCode(204);
    As.nobody()
        .header("X-Api-Key", secret)
        .body(leakingRoof(newRef()))
        .post(COMPLAINTS)
        .then()
        .statusCode(401);
  }

  @Test
  void a_channel_key_sees_the_problems_of_its_channel_only() {
    String problem = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + filed()).path("problemId");
    for (String view : List.of("", "/timeline", "/certificate")) {
      withKeyOf("HOTLINE_12319").get("/api/v1/problems/" + problem + view).then().statusCode(200);
      withKeyOf("DISTRICT_HOTLINE")
          .get("/api/v1/problems/" + problem + view)
          .then()
          .statusCode(404)
          .body("code", equalTo("problem-not-found"));
    }
    withKeyOf("DISTRICT_HOTLINE")
        .get("/api/v1/problems?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(problem)));
  }

  private static RequestSpecification withKeyOf(String channel) {
    return As.nobody()
        .header(
            "X-Api-Key",
            As.role(Role.ADMIN)
                .body("{\"holder\": \"热线供应商\"}")
                .post("/api/v1/channels/" + channel + "/keys")
                .<String>path("secret"));
  }

  @Test
  void a_zero_character_in_the_address_is_refused() {
    As.role(Role.SPECIAL_TEAM)
        .urlEncodingEnabled(false)
        .get(COMPLAINTS + "?q=a%00b&sourceRef=%00")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", containsInAnyOrder("q", "sourceRef"))
        .body("errors.code", containsInAnyOrder("unprintable", "unprintable"));
    As.role(Role.ADMIN)
        .urlEncodingEnabled(false)
        .get("/api/v1/channels/%00/keys")
        .then()
        .statusCode(400)
        .body("code", equalTo("address-unreadable"));
  }

  @Test
  void another_version_than_the_one_there_is_is_refused_in_words() {
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", "\"99.0\"")
        .get(COMPLAINTS + "/" + filed())
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .body("code", equalTo("stale-version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"categories", "channels"})
  void reference_data_is_for_those_who_log_in(String list) {
    As.nobody().get("/api/v1/" + list).then().statusCode(401);
    As.role(Role.UNIT_HANDLER).get("/api/v1/" + list).then().statusCode(200);
  }

  @Test
  void the_certificate_names_what_is_missing_and_the_ledger_is_valid() {
    String problem = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + filed()).path("problemId");
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/certificate")
        .then()
        .statusCode(200)
        .body("complete", equalTo(false))
        .body("links.link", is(List.of("COMPLAINT", "FILING")))
        .body("links[0].hash", notNullValue())
        .body("missing", hasItem("WRITE_OFF"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger/verification")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true));
  }

  @Test
  void a_media_type_nobody_reads_is_refused_as_a_problem() {
    As.role(Role.CHANNEL_CLERK)
        .contentType(ContentType.TEXT)
        .body("漏雨")
        .post(COMPLAINTS)
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported-media-type"));
  }

  @Test
  void a_reporter_is_seen_in_full_only_with_a_reason_and_on_record() {
    String id = filed();
    String path = COMPLAINTS + "/" + id + "/reporter-disclosures";
    As.role(Role.SPECIAL_TEAM)
        .body("{}")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("reason"));
    As.role(Role.UNIT_HANDLER).body("{\"reason\": \"回访\"}").post(path).then().statusCode(403);
    As.role(Role.CHANNEL_CLERK)
        .body("{\"reason\": \"回访\"}")
        .post(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("李某某"))
        .body("phone", equalTo("19900000123"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=intake.reporter-disclosed.v1&complaintId=" + id)
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].actor.role", equalTo("CHANNEL_CLERK"));
  }
}
