package org.bihuan.inspection.bulletin;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.inspection.PaperText;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.paper.PaperForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inspections as papers, as the interface gives them. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class BulletinApiTest {

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final String NUMBER = "19900000123";
  private static final Pattern SERIAL = Pattern.compile("〔(\\d{4})〕第(\\d+)期");

  private static boolean published;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  private static String path(String id) {
    return "/api/v1/inspections/" + id;
  }

  private static String conclusion(String summary) {
    return """
        {"summary":"%s","unvisited":[{"stop":2,"reason":"道路施工"},{"stop":3,"reason":"天色已晚"}]}
        """
        .formatted(summary);
  }

  /** One with a finding at its first stop, which a round table made the lead unit answer for. */
  private static String decided() {
    String path = path(PlannedInspection.started());
    String finding =
        team()
            .body("{\"stop\":1,\"title\":\"占道经营\",\"description\":\"摊主电话 " + NUMBER + "\"}")
            .post(path + "/findings")
            .path("id");
    team()
        .body(
            """
            {"heldAt":"%s","place":"会议室","attendees":[{"unitCode":"市场一中心"}],"decisions":[
             {"findingId":"%s","text":"规范秩序","responsibleUnitCode":"市场一中心","dueOn":"%s"}]}
            """
                .formatted(Instant.now(), finding, LocalDate.now().plusDays(9)))
        .post(path + "/roundtable")
        .then()
        .statusCode(200);
    return path;
  }

  private static String concluded() {
    String path = decided();
    team().body(conclusion("已查看")).post(path + "/conclusion").then().statusCode(200);
    return path;
  }

  private static Response paper(Identity who, String path, String form) {
    return as(who).accept("*/*").get(path + "/bulletin" + form);
  }

  private static String text(Identity who, String path) {
    return PaperText.pdf(paper(who, path, "").then().statusCode(200).extract().asByteArray());
  }

  private static int number(String serial) {
    Matcher found = SERIAL.matcher(serial);
    assertTrue(found.matches(), serial);
    return Integer.parseInt(found.group(2));
  }

  @Test
  void a_concluded_inspection_is_a_pdf_to_save_under_its_number() {
    String path = concluded();
    String serial = team().get(path).path("bulletinSerial");
    Response answer = paper(TEAM, path, "");
    answer
        .then()
        .statusCode(200)
        .contentType(PaperForm.PDF_TYPE)
        .header("Cache-Control", equalTo("no-store"))
        .header(
            "Content-Disposition",
            containsString(URLEncoder.encode("督查专报" + serial + ".pdf", StandardCharsets.UTF_8)));
    String text = PaperText.pdf(answer.asByteArray());
    for (String field :
        List.of(
            serial,
            "关于农贸市场的督查专报",
            "区创城工作专班",
            "台东",
            "占道经营",
            "规范秩序",
            "市场服务建设一中心",
            "计划点位3处，到访1处，未到访2处。",
            "道路施工",
            "已查看")) {
      assertTrue(text.contains(field), field + " in " + text);
    }
  }

  @Test
  void the_form_follows_accept_unless_the_query_names_one() {
    String path = concluded();
    as(TEAM)
        .accept(PaperForm.DOCX_TYPE)
        .get(path + "/bulletin")
        .then()
        .statusCode(200)
        .contentType(PaperForm.DOCX_TYPE);
    as(TEAM)
        .accept(PaperForm.DOCX_TYPE)
        .get(path + "/bulletin?form=pdf")
        .then()
        .contentType(PaperForm.PDF_TYPE);
    String word = PaperText.word(paper(TEAM, path, "?form=docx").asByteArray());
    assertTrue(word.contains("关于农贸市场的督查专报"), word);
    as(TEAM)
        .accept("application/json")
        .get(path + "/bulletin")
        .then()
        .statusCode(406)
        .body("code", equalTo("not-acceptable"));
    paper(TEAM, path, "?form=html").then().statusCode(400).body("errors[0].field", equalTo("form"));
  }

  @Test
  void there_is_no_bulletin_before_the_conclusion() {
    String path = path(PlannedInspection.by(team(), "ANNOUNCED"));
    for (String status : List.of("PLANNED", "STARTED")) {
      paper(TEAM, path, "")
          .then()
          .statusCode(409)
          .contentType("application/problem+json")
          .body("code", equalTo("inspection-not-concluded"))
          .body("detail", containsString(status));
      team().get(path).then().body("bulletinSerial", nullValue());
      team().post(path + "/start");
    }
    team().body("{\"reason\":\"改期\"}").post(path + "/cancellation").then().statusCode(409);
  }

  @Test
  void it_is_read_by_those_who_read_the_inspection() {
    String path = concluded();
    paper(Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203005"), path, "")
        .then()
        .statusCode(404)
        .body("code", equalTo("inspection-not-found"));
    paper(TEAM, path(UUID.randomUUID().toString()), "").then().statusCode(404);
    paper(Identity.of(Role.CHANNEL_CLERK), path, "").then().statusCode(403);
    paper(Identity.of(Role.UNIT_HANDLER).withoutUsualClaims(), path, "").then().statusCode(403);
    String unforeseen = path(PlannedInspection.by(team(), "UNANNOUNCED"));
    for (Identity inspected :
        List.of(
            Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT),
            Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT))) {
      paper(inspected, path, "").then().statusCode(200);
      paper(inspected, unforeseen, "")
          .then()
          .statusCode(404)
          .body("code", equalTo("inspection-not-found"));
    }
  }

  @Test
  void a_reader_finds_on_it_what_it_may_see_and_no_number_that_leads_to_a_person() {
    String path = concluded();
    assertTrue(text(TEAM, path).contains(NUMBER));
    String concerned = text(Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT), path);
    assertTrue(concerned.contains("199****0123"), concerned);
    assertFalse(concerned.contains(NUMBER), concerned);
    String other = text(Identity.of(Role.UNIT_HANDLER).ofUnit(OTHER_UNIT), path);
    assertFalse(other.contains("占道经营"), other);
    assertTrue(other.contains("发现问题1处，本件列出与阅件单位有关的0处。"), other);
  }

  @Test
  void numbers_have_no_gaps_whatever_is_refused_and_whoever_comes_at_once() {
    List<String> paths = Stream.generate(BulletinApiTest::decided).limit(5).toList();
    int before = number(team().get(concluded()).path("bulletinSerial"));
    team().body("{\"summary\":\"未到访\"}").post(paths.get(0) + "/conclusion").then().statusCode(409);
    List<CompletableFuture<Integer>> conclusions =
        paths.stream()
            .map(
                path ->
                    CompletableFuture.supplyAsync(
                        () ->
                            number(
                                team()
                                    .body(conclusion("已查看"))
                                    .post(path + "/conclusion")
                                    .then()
                                    .statusCode(200)
                                    .body("bulletinSerial", matchesPattern(SERIAL))
                                    .extract()
                                    .path("bulletinSerial"))))
            .toList();
    assertEquals(
        IntStream.rangeClosed(before + 1, before + 5).boxed().toList(),
        conclusions.stream().map(CompletableFuture::join).sorted().toList());
  }
}
