package org.bihuan.intake.open311;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service request makes of a complaint, and what of a complaint it tells to whom. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ServiceRequestTest {

  private static final String ROOT = "/open311/v2";
  private static final String CHANNEL = "HOTLINE_12319";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private String key;

  @BeforeEach
  void issueKey() {
    key = Keys.of(CHANNEL);
  }

  private Response report(Map<String, String> others) {
    Map<String, String> fields = new HashMap<>();
    fields.put("api_key", key);
    fields.put("service_code", "ROOF_LEAK");
    fields.put("description", "楼顶漏雨 " + UUID.randomUUID());
    fields.put("address_string", "示例路 12 号");
    fields.putAll(others);
    return form().formParams(fields).post(ROOT + "/requests.json");
  }

  private static RequestSpecification form() {
    return RestAssured.given().contentType("application/x-www-form-urlencoded; charset=utf-8");
  }

  private static String id(Response reported) {
    reported.then().statusCode(200);
    return reported.path("[0].service_request_id");
  }

  private static Response told(String id) {
    return RestAssured.get(ROOT + "/requests/" + id + ".json");
  }

  private Response toldToItsChannel(String id) {
    return RestAssured.given().header("X-Api-Key", key).get(ROOT + "/requests/" + id + ".json");
  }

  private static Map<String, Object> complaint(String serial) {
    return As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/complaints?serial=" + serial)
        .then()
        .statusCode(200)
        .extract()
        .path("items[0]");
  }

  private static String registered(String more) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "text": "楼顶漏雨, 电话19900000123", "categoryCode": "ROOF_LEAK",
             "location": {"address": "示例路 12 号", "subdistrictCode": "370203021"}, %s}
            """
                .formatted(more))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("serial");
  }

  @Test
  void a_request_is_a_complaint_of_the_channel_of_its_key_and_filed_like_any_other() {
    String id =
        id(
            report(
                Map.of(
                    "description", "楼顶漏雨, 找李某某",
                    "lat", "36.0835",
                    "long", "120.3561",
                    "attribute[SUBDISTRICT]", "370203021",
                    "last_name", "李",
                    "first_name", "某某",
                    "phone", "19900000123",
                    "media_url", "https://example.org/photo.jpg")));
    Map<String, Object> complaint = complaint(id);
    assertEquals(CHANNEL, complaint.get("channel"));
    assertEquals("FILED", complaint.get("status"));
    assertEquals("ROOF_LEAK", complaint.get("categoryCode"));
    assertEquals("CITIZEN", complaint.get("sourceKind"));
    assertEquals("楼顶漏雨, 找李某某\nhttps://example.org/photo.jpg", complaint.get("text"));
    Map<?, ?> location = (Map<?, ?>) complaint.get("location");
    assertEquals("370203021", location.get("subdistrictCode"));
    Map<?, ?> reporter = (Map<?, ?>) complaint.get("reporter");
    assertEquals("李*", reporter.get("name"));
    assertEquals("199****0123", reporter.get("phone"));
  }

  @Test
  void the_notice_has_the_tracking_code_which_is_taken_as_a_token() {
    Response reported = report(Map.of());
    String notice = reported.path("[0].service_notice");
    String code = notice.substring(notice.lastIndexOf(' ') + 1);
    RestAssured.get(ROOT + "/tokens/" + code + ".json")
        .then()
        .statusCode(200)
        .body("[0].service_request_id", equalTo(id(reported)))
        .body("[0].token", equalTo(code));
  }

  @Test
  void without_a_description_it_says_the_name_of_the_service() {
    String id = id(report(Map.of("description", "")));
    assertEquals("屋顶漏雨", complaint(id).get("text"));
  }

  @Test
  void the_code_of_a_community_says_the_sub_district_too() {
    String id = id(report(Map.of("address_string", "", "address_id", "370203005001")));
    Map<?, ?> location = (Map<?, ?>) complaint(id).get("location");
    assertEquals("370203005", location.get("subdistrictCode"));
    assertEquals("370203005001", location.get("communityCode"));
  }

  @ParameterizedTest
  @CsvSource({
    "phone, 12, phone, pattern",
    "address_id, 370203999, attribute[SUBDISTRICT], unknown-subdistrict",
    "address_id, 7, address_id, unknown-place",
    "media_url, javascript:alert(1), media_url, web-address",
    "lat, 36.08, long, required",
    "attribute[SUBDISTRICT], 370203999, attribute[SUBDISTRICT], unknown-subdistrict",
  })
  void what_is_wrong_is_named_as_the_sender_called_it(
      String field, String value, String named, String code) {
    report(Map.of(field, value))
        .then()
        .statusCode(400)
        .body("[0].code", equalTo("400"))
        .body("[0].description", startsWith(named + ": "))
        .body("[0].description", containsString("(" + code + ")"));
  }

  @Test
  void a_point_outside_the_district_is_refused() {
    report(Map.of("lat", "39.9", "long", "116.4"))
        .then()
        .statusCode(400)
        .body("[0].description", containsString("(point-outside-district)"));
  }

  @Test
  void the_key_may_stand_in_the_header_and_a_revoked_one_opens_nothing() {
    form()
        .header("X-Api-Key", key)
        .formParams("service_code", "ROOF_LEAK", "address_string", "示例路")
        .post(ROOT + "/requests.json")
        .then()
        .statusCode(200);
    List<String> ids = As.role(Role.ADMIN).get("/api/v1/channels/" + CHANNEL + "/keys").path("id");
    ids.forEach(one -> As.role(Role.ADMIN).delete("/api/v1/channels/" + CHANNEL + "/keys/" + one));
    report(Map.of()).then().statusCode(403).body("[0].code", equalTo("403"));
  }

  @Test
  void a_login_of_several_channels_or_none_is_no_key() {
    for (Role role : List.of(Role.SPECIAL_TEAM, Role.ADMIN)) {
      As.role(role)
          .contentType("application/x-www-form-urlencoded")
          .body("service_code=ROOF_LEAK&address_string=a")
          .post(ROOT + "/requests.json")
          .then()
          .statusCode(403);
    }
  }

  @Test
  void the_same_key_of_the_request_is_answered_with_the_same_number() {
    String once = UUID.randomUUID().toString();
    RequestSpecification request =
        form()
            .header("Idempotency-Key", once)
            .formParams("api_key", key, "service_code", "ROOF_LEAK", "address_string", "示例路");
    String first = id(request.post(ROOT + "/requests.json"));
    Response again = request.post(ROOT + "/requests.json");
    again.then().header("Idempotency-Replayed", "true");
    assertEquals(first, id(again));
  }

  @Test
  void everybody_learns_how_far_it_is_and_nobody_what_was_written_or_where() {
    String id = registered("\"reporter\": {\"name\": \"李某某\", \"phone\": \"19900000123\"}");
    told(id)
        .then()
        .statusCode(200)
        .body("[0].service_name", equalTo("屋顶漏雨"))
        .body("[0].status", equalTo("open"))
        .body("[0].status_notes", equalTo("办理中。"))
        .body("[0].description", nullValue())
        .body("[0].address", nullValue())
        .body("[0].address_id", nullValue())
        .body("[0].lat", nullValue())
        .body("[0].long", nullValue());
  }

  @Test
  void its_channel_reads_it_without_a_number_and_other_channels_do_not() {
    String id = registered("\"reporter\": {\"name\": \"李某某\", \"phone\": \"19900000123\"}");
    toldToItsChannel(id)
        .then()
        .body("[0].description", equalTo("楼顶漏雨, 电话199****0123"))
        .body("[0].address", equalTo("示例路 12 号"))
        .body("[0].address_id", equalTo("370203021"));
    RestAssured.given()
        .header("X-Api-Key", Keys.of("DISTRICT_HOTLINE"))
        .get(ROOT + "/requests/" + id + ".json")
        .then()
        .body("[0].description", nullValue());
  }

  @Test
  void names_follow_the_language_that_was_asked_for() {
    String id = id(report(Map.of()));
    RestAssured.given()
        .header("Accept-Language", "en")
        .get(ROOT + "/requests/" + id + ".xml")
        .then()
        .contentType(ContentType.XML)
        .body("service_requests.request.service_name", equalTo("Roof leaks"))
        .body("service_requests.request.status_notes", equalTo("Being worked on."));
  }

  @Test
  void what_was_told_in_confidence_is_told_to_nobody() {
    String id = registered("\"reporter\": {\"name\": \"李某某\", \"confidential\": true}");
    told(id).then().statusCode(404);
    toldToItsChannel(id).then().statusCode(404);
    RestAssured.get(ROOT + "/requests.json?service_request_id=" + id)
        .then()
        .statusCode(200)
        .body("$", empty());
  }

  @Test
  void what_the_district_found_by_itself_is_no_request_of_a_citizen() {
    String id =
        As.role(Role.SPECIAL_TEAM)
            .body(
                """
                {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "MEDIA_EXPOSURE", "text": "楼顶漏雨", "categoryCode": "ROOF_LEAK"}
                """)
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("serial");
    told(id).then().statusCode(404);
  }

  @Test
  void a_rejected_one_is_closed_and_its_channel_reads_the_reason_masked() {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "text": "咨询", "categoryCode": "OTHER", "reporter": {"name": "李某某"}}
                """)
            .post("/api/v1/complaints");
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"李某某来电 19900000123 反映的是咨询\"}")
        .post("/api/v1/complaints/" + complaint.path("id") + "/rejection")
        .then()
        .statusCode(200);
    String id = complaint.path("serial");
    told(id)
        .then()
        .body("[0].status", equalTo("closed"))
        .body("[0].status_notes", equalTo("未在本区办理。"));
    toldToItsChannel(id)
        .then()
        .body("[0].status_notes", equalTo("未在本区办理。 李*来电 199****0123 反映的是咨询"));
    RestAssured.get(ROOT + "/requests.json?page_size=1&status=closed&updated_after=" + minuteAgo())
        .then()
        .body("[0].service_request_id", equalTo(id));
  }

  private static String minuteAgo() {
    return Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Test
  void the_limit_of_its_item_and_the_unit_are_told_and_move_what_was_updated() throws Exception {
    String id = id(report(Map.of("description", "楼顶漏雨")));
    String received = told(id).path("[0].requested_datetime");
    UUID problem = UUID.fromString((String) complaint(id).get("problemId"));
    Instant due = Instant.now().plus(Duration.ofHours(72)).truncatedTo(ChronoUnit.SECONDS);
    try (UpstreamEvents dispatch = new UpstreamEvents()) {
      dispatch.tell(issued(UUID.randomUUID(), problem, due));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                told(id)
                    .then()
                    .body("[0].agency_responsible", equalTo("房管所"))
                    .body("[0].requested_datetime", equalTo(received)));
    Response issued = told(id);
    assertEquals(due, moment(issued, "expected_datetime"));
    assertTrue(!moment(issued, "updated_datetime").isBefore(moment(issued, "requested_datetime")));
    String updated = moment(issued, "updated_datetime").toString();
    RestAssured.get(ROOT + "/requests.json?updated_after=" + updated + "&updated_before=" + updated)
        .then()
        .body("findAll { it.service_request_id == '" + id + "' }.size()", equalTo(1));
  }

  private static Instant moment(Response told, String name) {
    return OffsetDateTime.parse(told.path("[0]." + name)).toInstant();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "json"})
  void a_control_character_that_was_stored_breaks_neither_form(String form) {
    String id = id(report(Map.of("description", "漏\u0001雨 <b>&")));
    String body =
        RestAssured.given()
            .header("X-Api-Key", key)
            .get(ROOT + "/requests/" + id + "." + form)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertTrue(
        body.contains(form.equals("xml") ? "漏\uFFFD雨 &lt;b&gt;&amp;" : "漏\\u0001雨 <b>&"), body);
  }

  @Test
  void what_the_guard_refuses_is_refused_in_the_form_of_the_standard() {
    RestAssured.get(ROOT + "/requests.json?status=" + "a".repeat(5_000))
        .then()
        .statusCode(414)
        .contentType(ContentType.JSON)
        .body("[0].code", equalTo("414"));
    RestAssured.given()
        .request("PROPFIND", ROOT + "/requests.xml")
        .then()
        .statusCode(405)
        .contentType("text/xml")
        .body("errors.error.code", equalTo("405"));
  }

  @Test
  void a_login_that_is_none_is_refused_as_the_standard_says_and_asked_for_once() {
    List<String> asked =
        RestAssured.given()
            .header("Authorization", "Bearer none")
            .get(ROOT + "/requests.json")
            .then()
            .statusCode(403)
            .body("[0].code", equalTo("403"))
            .extract()
            .headers()
            .getValues("WWW-Authenticate");
    assertEquals(List.of("Bearer"), asked);
  }

  @Test
  void elsewhere_a_refusal_stays_a_problem() {
    RestAssured.get("/api/v1/nothing")
        .then()
        .contentType(not(containsString("xml")))
        .body("code", equalTo("not-found"));
  }

  @Test
  void the_key_of_a_request_goes_before_a_login_beside_it() {
    As.role(Role.SPECIAL_TEAM)
        .contentType("application/x-www-form-urlencoded")
        .body("service_code=ROOF_LEAK&address_string=a&api_key=" + key)
        .post(ROOT + "/requests.json")
        .then()
        .statusCode(200);
    As.role(Role.SPECIAL_TEAM)
        .contentType("application/x-www-form-urlencoded")
        .body("service_code=ROOF_LEAK&address_string=a&api_key=wrong")
        .post(ROOT + "/requests.json")
        .then()
        .statusCode(403);
  }

  @Test
  void what_was_written_off_is_closed_and_its_last_change_is_its_end() throws Exception {
    String id = id(report(Map.of("description", "楼顶漏雨")));
    UUID problem = UUID.fromString((String) complaint(id).get("problemId"));
    UUID item = UUID.randomUUID();
    Actor inspector = new Actor("INSPECTOR", null, "inspector");
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(
          new ProblemWrittenOff(
              UUID.randomUUID(), problem, item, UUID.randomUUID(), Instant.now(), inspector));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  told(id)
                      .then()
                      .body("[0].status", equalTo("closed"))
                      .body("[0].status_notes", startsWith("经现场复核已解决")));
      String closed = told(id).path("[0].updated_datetime");
      others.tell(suspended(item, problem));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  As.role(Role.SPECIAL_TEAM)
                      .get("/api/v1/problems/" + problem + "/timeline")
                      .asString()
                      .contains("item-suspended"));
      told(id).then().body("[0].updated_datetime", equalTo(closed));
    }
  }

  @Test
  void while_the_clock_stands_nobody_says_when() throws Exception {
    String id = id(report(Map.of("description", "楼顶漏雨")));
    UUID problem = UUID.fromString((String) complaint(id).get("problemId"));
    UUID item = UUID.randomUUID();
    try (UpstreamEvents dispatch = new UpstreamEvents()) {
      dispatch.tell(issued(item, problem, Instant.now().plusSeconds(3600)));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> told(id).then().body("[0].expected_datetime", containsString("T")));
      dispatch.tell(suspended(item, problem));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> told(id).then().body("[0].expected_datetime", nullValue()));
    }
    told(id).then().body("[0].status", equalTo("open"));
  }

  private static ItemSuspended suspended(UUID item, UUID problem) {
    return new ItemSuspended(
        item,
        problem,
        2,
        SuspensionCause.WEATHER,
        LocalDate.of(2026, 12, 20),
        "雨天",
        Instant.now(),
        new Actor("SPECIAL_TEAM", null, "team"));
  }

  private static ItemIssued issued(UUID item, UUID problem, Instant due) {
    return new ItemIssued(
        item,
        problem,
        1,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        new UnitName("ROOF_OFFICE", "房管所"),
        List.of(),
        DeadlineClass.FACILITY,
        due,
        "FACILITY-1",
        Instant.now(),
        new Actor("SYSTEM", null, "dispatch"),
        null,
        null);
  }
}
