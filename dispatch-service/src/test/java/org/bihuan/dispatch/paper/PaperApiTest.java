package org.bihuan.dispatch.paper;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.paper.PaperForm;
import org.junit.jupiter.api.Test;

/** Orders and replies as papers, as the interface gives them. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class PaperApiTest {

  private static final String NUMBER = "19900000123";
  private static final String MASKED = "199****0123";

  @Inject District district;

  private static String document(String orderId) {
    return "/api/v1/orders/" + orderId + "/document";
  }

  private static String replyForm(String itemId) {
    return "/api/v1/order-items/" + itemId + "/reply-form";
  }

  private static String pdfText(Identity identity, String path) {
    byte[] pdf =
        as(identity)
            .accept(PaperForm.PDF_TYPE)
            .get(path)
            .then()
            .statusCode(200)
            .contentType(PaperForm.PDF_TYPE)
            .extract()
            .asByteArray();
    return String.join("", PaperText.pages(pdf));
  }

  private static Response issue(Map<String, ?> more, UUID... problems) {
    Map<String, Object> order =
        new HashMap<>(
            Map.of(
                "kind",
                "SPECIAL",
                "leadUnitCode",
                ENFORCEMENT,
                "items",
                Stream.of(problems)
                    .map(
                        id ->
                            Map.of(
                                "problemId",
                                id,
                                "deadlineClass",
                                "GENERAL",
                                "demand",
                                "<b>彻底</b>整改，致电 " + NUMBER))
                    .toList()));
    order.putAll(more);
    return as(TEAM).body(order).post("/api/v1/orders");
  }

  private UUID filed(String subdistrictCode) {
    ProblemFiled problem = district.problemIn(subdistrictCode);
    district.itemOf(problem);
    return problem.problemId();
  }

  private String special() {
    return issue(
            Map.of(
                "basis",
                "占道经营反弹",
                "basisKind",
                "MEDIA_EXPOSURE",
                "basisReference",
                "示例电视台《民生在线》",
                "basisOn",
                "2026-01-05",
                "signer",
                "签发示例",
                "urgency",
                "URGENT"),
            filed("370203021"))
        .then()
        .statusCode(201)
        .body("basisKind", equalTo("MEDIA_EXPOSURE"))
        .body("basisReference", equalTo("示例电视台《民生在线》"))
        .body("basisOn", equalTo("2026-01-05"))
        .body("signer", equalTo("签发示例"))
        .extract()
        .path("id");
  }

  @Test
  void an_order_is_a_pdf_to_save_under_its_number() {
    String id = special();
    String serial = as(TEAM).get("/api/v1/orders/" + id).path("serial");

    Response answer = as(TEAM).accept("*/*").get(document(id));
    answer
        .then()
        .statusCode(200)
        .contentType(PaperForm.PDF_TYPE)
        .header("Cache-Control", equalTo("no-store"))
        .header(
            "Content-Disposition",
            equalTo(
                "attachment; filename=\"paper.pdf\"; filename*=UTF-8''"
                    + URLEncoder.encode(serial + ".pdf", StandardCharsets.UTF_8)));
    String text = String.join("", PaperText.pages(answer.asByteArray()));
    for (String field :
        List.of(
            serial,
            "签发人：签发示例",
            "紧急程度：加急",
            "督办依据：媒体曝光（示例电视台《民生在线》，2026年1月5日）；占道经营反弹。",
            "<b>彻底</b>整改",
            "一般（48小时）")) {
      assertTrue(text.contains(field), field + " in " + text);
    }
  }

  @Test
  void the_form_follows_accept_unless_the_query_names_one() {
    String id = special();
    as(TEAM)
        .accept(PaperForm.DOCX_TYPE)
        .get(document(id))
        .then()
        .statusCode(200)
        .contentType(PaperForm.DOCX_TYPE);
    as(TEAM)
        .accept(PaperForm.PDF_TYPE + ";q=0.5, " + PaperForm.DOCX_TYPE)
        .get(document(id))
        .then()
        .contentType(PaperForm.DOCX_TYPE);
    as(TEAM)
        .accept("text/html, */*;q=0.8")
        .get(document(id) + "?form=docx")
        .then()
        .contentType(PaperForm.DOCX_TYPE);
    as(TEAM)
        .accept(PaperForm.DOCX_TYPE)
        .get(document(id) + "?form=pdf")
        .then()
        .contentType(PaperForm.PDF_TYPE);
    String word =
        PaperText.word(as(TEAM).accept("*/*").get(document(id) + "?form=docx").asByteArray());
    assertTrue(word.contains("督办依据：媒体曝光"), word);
  }

  @Test
  void other_forms_are_refused() {
    String id = special();
    for (String type : List.of("application/json", "image/png", "text/html")) {
      as(TEAM)
          .accept(type)
          .get(document(id))
          .then()
          .statusCode(406)
          .contentType("application/problem+json")
          .body("code", equalTo("not-acceptable"));
    }
    for (String form : List.of("html", "PDF", "doc")) {
      as(TEAM)
          .accept("*/*")
          .get(document(id) + "?form=" + form)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors[0].field", equalTo("form"))
          .body("errors[0].code", equalTo("one-of"))
          .body("errors[0].message", equalTo("Must be one of: pdf, docx"));
    }
  }

  @Test
  void a_paper_out_of_sight_is_not_there() {
    String id = special();
    String item = as(TEAM).get("/api/v1/orders/" + id).path("items[0].id");
    for (Identity foreign :
        List.of(
            handlerOf("BIG_DATA_BUREAU"),
            Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203031"))) {
      as(foreign)
          .accept("*/*")
          .get(document(id))
          .then()
          .statusCode(404)
          .body("code", equalTo("order-not-found"));
      as(foreign)
          .accept("*/*")
          .get(replyForm(item))
          .then()
          .statusCode(404)
          .body("code", equalTo("order-item-not-found"));
    }
    as(TEAM).accept("*/*").get(document(UUID.randomUUID().toString())).then().statusCode(404);
    as(Identity.of(Role.CHANNEL_CLERK)).accept("*/*").get(document(id)).then().statusCode(403);
  }

  @Test
  void a_sub_district_gets_the_items_of_its_own_area() {
    UUID own = filed("370203021");
    UUID foreign = filed("370203031");
    String id = issue(Map.of(), own, foreign).then().statusCode(201).extract().path("id");

    assertTrue(pdfText(TEAM, document(id)).contains("现将下列2个事项"));
    String seen = pdfText(Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021"), document(id));
    assertTrue(seen.contains("现将下列1个事项"), seen);
    assertTrue(seen.contains("W-" + own), seen);
    assertFalse(seen.contains("W-" + foreign), seen);
  }

  @Test
  void a_number_is_masked_on_paper_as_it_is_in_the_view() {
    String id = special();
    String team = pdfText(TEAM, document(id));
    assertTrue(team.contains(NUMBER), team);
    for (String form : List.of("pdf", "docx")) {
      byte[] file =
          as(handlerOf(ENFORCEMENT))
              .accept("*/*")
              .get(document(id) + "?form=" + form)
              .asByteArray();
      String unit =
          form.equals("pdf") ? String.join("", PaperText.pages(file)) : PaperText.word(file);
      assertTrue(unit.contains(MASKED), unit);
      assertFalse(unit.contains(NUMBER), unit);
    }
  }

  @Test
  void a_reply_form_is_a_blank_until_there_is_a_final_reply_and_shows_its_review() {
    String id = district.acknowledged();
    String blank = pdfText(handlerOf(ENFORCEMENT), replyForm(id));
    assertTrue(blank.contains("□已完成"), blank);

    district.replyFinally(id).then().statusCode(201);
    String replied = pdfText(handlerOf(ENFORCEMENT), replyForm(id));
    assertTrue(replied.contains("采取措施劝离并增派巡查"), replied);
    assertTrue(replied.contains("□通过□通过并提出长效要求□退回"), replied);

    district
        .review(
            id,
            district.newestReply(id),
            """
            {"decision": "ACCEPTED_WITH_STANDING_DEMAND", "opinion": "属实", "standingDemand": "每日巡查"}
            """)
        .then()
        .statusCode(200);
    String word =
        PaperText.word(as(TEAM).accept("*/*").get(replyForm(id) + "?form=docx").asByteArray());
    assertTrue(word.contains("■通过并提出长效要求"), word);
    assertTrue(word.contains("每日巡查"), word);
    as(TEAM)
        .accept("*/*")
        .get(replyForm(id))
        .then()
        .header("Content-Disposition", containsString("UTF-8''"));
  }

  @Test
  void lasting_measures_of_a_reply_stand_in_it_and_on_paper() {
    String id = district.acknowledged();
    as(handlerOf(ENFORCEMENT))
        .body(
            Map.of(
                "kind",
                "FINAL",
                "cause",
                "返潮",
                "measures",
                "劝离",
                "resultSummary",
                "已清",
                "lastingMeasures",
                "早晚各巡一次"))
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(201)
        .body("lastingMeasures", equalTo("早晚各巡一次"));
    assertTrue(pdfText(TEAM, replyForm(id)).contains("长效措施早晚各巡一次"));
  }

  @Test
  void nobody_replies_on_paper_to_an_item_on_no_order() {
    String id =
        district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL)).getString("items[0].id");
    as(TEAM)
        .accept("*/*")
        .get(replyForm(id))
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("item-on-no-order"));
  }

  @Test
  void two_papers_at_a_time_are_both_made() {
    String id = special();
    // The first of a process reads fonts, which may take longer than the second one waits.
    as(TEAM).accept("*/*").get(document(id)).then().statusCode(200);
    long made =
        IntStream.range(0, 2)
            .parallel()
            .filter(i -> as(TEAM).accept("*/*").get(document(id)).statusCode() == 200)
            .count();
    assertEquals(2, made);
  }
}
