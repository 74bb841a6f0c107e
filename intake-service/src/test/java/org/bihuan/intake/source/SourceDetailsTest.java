package org.bihuan.intake.source;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.attachment.Uploads;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sources from above have said where. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SourceDetailsTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String EXPOSED =
      "{\"outlet\": \"半岛都市报\", \"publishedOn\": \"2026-11-24\","
          + " \"link\": \"https://example.org/a?id=1\", \"title\": \"公厕有味\"}";

  private static Response sent(String kind, String source, String more) {
    return As.role(Role.SPECIAL_TEAM)
        .body(
            """
            {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "%s", "text": "桦林山市场公厕 %s 卫生差",
             "categoryCode": "SANITATION", "location": {"subdistrictCode": "370203021"}, "source": %s %s}
            """
                .formatted(kind, UUID.randomUUID(), source, more))
        .post(COMPLAINTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEDIA_EXPOSURE    | {"outlet": "半岛都市报", "publishedOn": "2026-11-24", "link": "https://example.org/a"}
          CITY_COVERT_CHECK | {"heldOn": "2026-11-24", "reference": "第 12 轮"}
          CITY_MEETING      | {"title": "全市创城调度会", "heldOn": "2026-11-24", "reference": "青创办〔2026〕8号"}
          WEEKLY_KEY_TASK   | {"week": "2026-W48", "title": "农贸市场整治", "dueOn": "2026-11-29"}
          LEADER_ON_SITE    | {"heldOn": "2026-11-24"}
          """)
  void what_a_source_has_said_stands_with_the_complaint_and_its_problem(
      String kind, String source) {
    Response complaint = sent(kind, source, "");
    complaint.then().statusCode(201).body("status", equalTo("FILED"));
    String problem = complaint.path("problemId");
    for (String shown :
        new String[] {"complaints/" + complaint.path("id"), "problems/" + problem}) {
      As.role(Role.SPECIAL_TEAM)
          .get("/api/v1/" + shown)
          .then()
          .body("sourceKind", equalTo(kind))
          .body(
              "source.findAll { it.value != null }",
              equalTo(io.restassured.path.json.JsonPath.from(source).getMap("")));
    }
    As.role(Role.LINE_LEADER)
        .get("/api/v1/problems?serial=" + complaint.path("problemSerial"))
        .then()
        .body("items[0].source.size()", equalTo(8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEDIA_EXPOSURE    | {}                                                                        | source.outlet required, source.publishedOn required
          MEDIA_EXPOSURE    | {"outlet": "报", "publishedOn": "2099-01-01", "week": "2026-W48"}          | source.publishedOn in-the-future, source.week source-not-of-kind
          MEDIA_EXPOSURE    | {"outlet": "报", "publishedOn": "2026-11-24", "link": "javascript:alert(1)"} | source.link pattern
          MEDIA_EXPOSURE    | {"outlet": "报", "publishedOn": "2026-11-24", "link": "https://a b"}      | source.link pattern
          CITY_COVERT_CHECK | {"heldOn": "2099-11-24"}                                                  | source.reference required, source.heldOn in-the-future
          CITY_MEETING      | {"outlet": "报"}                                                           | source.title required, source.heldOn required, source.outlet source-not-of-kind
          WEEKLY_KEY_TASK   | {"week": "2027-W53", "title": "整治"}                                      | source.dueOn required, source.week week
          LEADER_ON_SITE    | {"title": "现场办公", "dueOn": "2026-11-29"}                                | source.heldOn required, source.dueOn source-not-of-kind
          SPECIAL_TEAM      | {"title": "专班自查"}                                                      | source source-not-of-kind
          CITIZEN           | {"title": "来信"}                                                          | source source-not-of-kind
          """)
  void what_does_not_fit_the_kind_of_source_is_refused_with_all_faults(
      String kind, String source, String faults) {
    sent(kind, source, "")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder((Object[]) faults.split(", ")));
  }

  @Test
  void a_channel_of_citizens_has_no_source_from_above() {
    As.role(Role.SPECIAL_TEAM)
        .body(
            "{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\", \"source\": %s}"
                .formatted(EXPOSED))
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.field", contains("source"))
        .body("errors.code", contains("source-not-of-channel"));
  }

  @Test
  void what_is_exposed_without_a_word_about_where_is_taken_as_before() {
    sent("MEDIA_EXPOSURE", "null", "").then().statusCode(201).body("source", nullValue());
  }

  @Test
  void a_source_is_part_of_what_was_sent_under_a_number() {
    String number = UUID.randomUUID().toString();
    String body =
        """
        {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "MEDIA_EXPOSURE", "text": "公厕 %s",
         "sourceRef": "%s" %s}
        """;
    String without = body.formatted(number, number, "");
    String with = body.formatted(number, number, ", \"source\": " + EXPOSED);
    As.role(Role.SPECIAL_TEAM).body(without).post(COMPLAINTS).then().statusCode(201);
    As.role(Role.SPECIAL_TEAM).body(without).post(COMPLAINTS).then().statusCode(200);
    As.role(Role.SPECIAL_TEAM)
        .body(with)
        .post(COMPLAINTS)
        .then()
        .statusCode(409)
        .body("differs", contains("source"));
    String other = UUID.randomUUID().toString();
    String exposed = with.replace(number, other);
    As.role(Role.SPECIAL_TEAM).body(exposed).post(COMPLAINTS).then().statusCode(201);
    As.role(Role.SPECIAL_TEAM).body(exposed).post(COMPLAINTS).then().statusCode(200);
    As.role(Role.SPECIAL_TEAM)
        .body(exposed.replace("半岛都市报", "青岛早报"))
        .post(COMPLAINTS)
        .then()
        .statusCode(409)
        .body("differs", contains("source"));
  }

  @Test
  void an_exposure_comes_with_its_pictures_and_nobody_s_name() throws Exception {
    String photo = Uploads.uploaded(Role.SPECIAL_TEAM, SamplePhoto.jpeg(7));
    sent(
            "MEDIA_EXPOSURE",
            EXPOSED.replace("公厕有味", "读者欧阳某来电 13912345678"),
            ", \"attachmentIds\": [\"%s\"], \"reporter\": {\"name\": \"欧阳某\"}".formatted(photo))
        .then()
        .statusCode(201)
        .body("attachmentIds", contains(photo))
        .body("source.link", equalTo("https://example.org/a?id=1"))
        .body("source.title", equalTo("读者欧*来电 139****5678"));
  }

  private static final String REPORTER = ", \"reporter\": {\"name\": \"欧阳某\"}";

  @Test
  void a_number_that_grows_when_it_is_masked_still_fits_into_what_a_source_has_said() {
    String held =
        "{\"title\": \"%s053281234567\", \"reference\": \"%s053281234567\", \"heldOn\": \"2026-11-24\"}";
    sent("CITY_MEETING", held.formatted("会".repeat(188), "文".repeat(88)), REPORTER)
        .then()
        .statusCode(201)
        .body("source.title", equalTo("会".repeat(188) + "0532-****456"))
        .body("source.reference", equalTo("文".repeat(88) + "0532-****456"));
    String exposed = "{\"outlet\": \"%s053281234567\", \"publishedOn\": \"2026-11-24\"}";
    sent("MEDIA_EXPOSURE", exposed.formatted("报".repeat(88)), REPORTER)
        .then()
        .statusCode(201)
        .body("source.outlet", equalTo("报".repeat(88) + "0532-****456"));
  }

  @Test
  void a_link_leads_where_it_led_whatever_digits_it_has() {
    String link = "https://example.org/2026/11/19/123456789.html";
    Response complaint =
        sent("MEDIA_EXPOSURE", EXPOSED.replace("https://example.org/a?id=1", link), REPORTER);
    complaint.then().statusCode(201).body("source.link", equalTo(link));
    As.role(Role.TOP_LEADER)
        .get("/api/v1/problems/" + complaint.path("problemId"))
        .then()
        .body("source.link", equalTo(link));
  }

  private static Response toldByCitizen() {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "text": "桦林山市场公厕 %s 卫生差",
             "categoryCode": "SANITATION", "location": {"subdistrictCode": "370203021"}}
            """
                .formatted(UUID.randomUUID()))
        .post(COMPLAINTS);
  }

  private static void merge(Response complaint, Response into) {
    As.role(Role.SPECIAL_TEAM)
        .body("{\"problemId\": \"" + into.path("problemId") + "\"}")
        .post(COMPLAINTS + "/" + complaint.path("id") + "/merge")
        .then()
        .statusCode(200);
  }

  private static Response problem(Role role, Response complaint) {
    return As.role(role).get("/api/v1/problems/" + complaint.path("problemId"));
  }

  @Test
  void what_a_leader_s_visit_has_said_is_not_told_of_a_citizen_s_problem() {
    Response citizen = toldByCitizen();
    merge(sent("LEADER_ON_SITE", "{\"heldOn\": \"2026-11-24\"}", ""), citizen);
    problem(Role.SPECIAL_TEAM, citizen)
        .then()
        .statusCode(200)
        .body("complaints.count", equalTo(2))
        .body("sourceKind", equalTo("CITIZEN"))
        .body("source", nullValue());
  }

  @Test
  void a_channel_does_not_read_what_the_source_of_a_problem_has_said() {
    Response checked =
        sent("CITY_COVERT_CHECK", "{\"heldOn\": \"2026-11-24\", \"reference\": \"第 12 轮\"}", "");
    merge(toldByCitizen(), checked);
    problem(Role.SPECIAL_TEAM, checked).then().body("source.reference", equalTo("第 12 轮"));
    problem(Role.CHANNEL_CLERK, checked).then().statusCode(200).body("source", nullValue());
    As.role(Role.CHANNEL_CLERK)
        .get("/api/v1/problems?serial=" + checked.path("problemSerial"))
        .then()
        .body("items.source", contains(nullValue()));
  }
}
