package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District.Told;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.NumberedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number that leads to a person, in whatever text of an act, stays with those who need it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class FreeTextTest {

  private static final String ITEMS = "/api/v1/order-items/";

  @Inject District district;

  private NumberedText written;

  static Stream<NumberedText> spellings() {
    return NumberedText.withEachSpelling();
  }

  /** All who may read an item beside the team. */
  private static List<Identity> others() {
    return List.of(
        handlerOf(ENFORCEMENT),
        Identity.of(Role.UNIT_LEADER).ofUnit(ENFORCEMENT),
        Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021"),
        Identity.of(Role.INSPECTOR),
        Identity.of(Role.LINE_LEADER),
        Identity.of(Role.TOP_LEADER),
        Identity.of(Role.COMMITTEE_INSPECTOR),
        Identity.of(Role.DISCIPLINE),
        Identity.of(Role.ASSESSOR),
        Identity.of(Role.ADMIN));
  }

  private String ordered(ProblemFiled problem) {
    String id = district.itemOf(problem).getString("items[0].id");
    as(TEAM)
        .body(
            Map.of(
                "kind",
                "SPECIAL",
                "basis",
                written.text(),
                "basisKind",
                "CITIZEN",
                "basisReference",
                written.text(),
                "leadUnitCode",
                ENFORCEMENT,
                "items",
                List.of(
                    Map.of(
                        "problemId", problem.problemId(),
                        "deadlineClass", "GENERAL",
                        "demand", written.text()))))
        .post("/api/v1/orders")
        .then()
        .statusCode(201);
    district.acknowledge(id).then().statusCode(200);
    return id;
  }

  private Response reply(String id, String key) {
    return as(handlerOf(ENFORCEMENT))
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "kind", "FINAL",
                "cause", written.text(),
                "measures", written.text(),
                "resultSummary", written.text(),
                "lastingMeasures", written.text(),
                "outcomes",
                    List.of(Map.of("measure", written.text(), "quantity", 1, "unit", "PLACE"))))
        .post(ITEMS + id + "/replies");
  }

  private void review(String id, Map<String, String> review) {
    as(TEAM)
        .body(review)
        .post(ITEMS + id + "/replies/" + district.newestReply(id) + "/review")
        .then()
        .statusCode(200);
  }

  /** The team reads {@code count} texts as they were written, all others the same texts masked. */
  private void assertMasked(String path, int count) {
    String full = as(TEAM).get(path).then().statusCode(200).extract().asString();
    assertEquals(java.util.Collections.nCopies(count, written.text()), NumberedText.in(full), path);
    for (Identity other : others()) {
      String seen = as(other).get(path).then().statusCode(200).extract().asString();
      assertEquals(count, NumberedText.in(seen).size(), () -> other + " at " + path + ": " + seen);
      assertEquals(List.of(), NumberedText.revealedBy(seen), () -> other + " at " + path);
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void every_text_of_an_act_is_masked_for_all_but_the_team(NumberedText text) {
    written = text;
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    String id = ordered(problem);
    String key = UUID.randomUUID().toString();
    String answer = reply(id, key).then().statusCode(201).extract().asString();
    assertEquals(5, NumberedText.in(answer).size(), answer);
    assertEquals(List.of(), NumberedText.revealedBy(answer));
    assertEquals(answer, reply(id, key).then().statusCode(201).extract().asString());
    review(id, Map.of("decision", "RETURNED", "opinion", text.text()));
    reply(id, UUID.randomUUID().toString()).then().statusCode(201);
    review(
        id,
        Map.of(
            "decision", "ACCEPTED_WITH_STANDING_DEMAND",
            "opinion", text.text(),
            "standingDemand", text.text()));

    String reply = district.newestReply(id);
    // Five texts of each reply, two opinions, a standing demand of the review and of the item.
    assertMasked(ITEMS + id, 15);
    // Other demands hold at the same place, so only what is revealed can be told.
    for (Identity other : others()) {
      String seen =
          as(other)
              .get(ITEMS + id + "/standing-demands")
              .then()
              .statusCode(200)
              .extract()
              .asString();
      assertEquals(List.of(), NumberedText.revealedBy(seen), () -> other + " at demands");
    }
    assertMasked(ITEMS + id + "/replies", 13);
    assertMasked(ITEMS + id + "/replies/" + reply, 7);
    assertMasked(ITEMS + "?problemId=" + problem.problemId(), 2);
    assertMasked("/api/v1/orders/" + district.item(id).getString("orderId"), 4);

    for (Told told : district.awaitTold("dispatch.events", problem.problemId().toString(), 7)) {
      assertEquals(List.of(), NumberedText.revealedBy(told.body()), told::type);
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void the_reason_of_a_cancellation_is_masked_in_the_history(NumberedText text) {
    written = text;
    String id = district.issued();
    as(TEAM)
        .body(Map.of("reason", text.text()))
        .post(ITEMS + id + "/cancellation")
        .then()
        .statusCode(200);
    assertMasked(ITEMS + id + "/history", 1);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void what_is_asked_for_decided_suspended_and_urged_is_masked(NumberedText text) {
    written = text;
    ProblemFiled problem = district.problem();
    String id = district.itemOf(problem).getString("items[0].id");
    Map<String, Object> refusal = Map.of("decision", "REFUSED", "opinion", text.text());
    act(
        handlerOf(ENFORCEMENT),
        id + "/return-requests",
        Map.of("reason", text.text(), "clauseCode", "OUTSIDE_AREA"));
    String returning = district.item(id).getString("openReturnRequestId");
    act(TEAM, id + "/return-requests/" + returning + "/decision", refusal);
    String until = Instant.parse(district.item(id).getString("dueAt")).plusSeconds(60).toString();
    act(
        handlerOf(ENFORCEMENT),
        id + "/extension-requests",
        Map.of("reason", text.text(), "until", until));
    String extension = district.item(id).getString("openExtensionRequestId");
    act(TEAM, id + "/extension-requests/" + extension + "/decision", refusal);
    act(TEAM, id + "/complexity", Map.of("reason", text.text()));
    act(TEAM, id + "/urges", Map.of("text", text.text()));
    String day = DistrictTime.day(Instant.now()).plusDays(9).toString();
    act(
        TEAM,
        id + "/suspension",
        Map.of("cause", "WEATHER", "reviewOn", day, "reason", text.text()));
    act(TEAM, id + "/resumption", Map.of("reason", text.text()));
    assertMasked(ITEMS + id + "/return-requests", 2);
    assertMasked(ITEMS + id + "/return-requests/" + returning, 2);
    assertMasked(ITEMS + id + "/extension-requests", 2);
    assertMasked(ITEMS + id + "/extension-requests/" + extension, 2);
    assertMasked(ITEMS + id + "/urges", 1);
    assertMasked(ITEMS + id, 1);
    assertMasked(ITEMS + id + "/history", 8);
    for (Told told : district.awaitTold("dispatch.events", problem.problemId().toString(), 9)) {
      assertEquals(List.of(), NumberedText.revealedBy(told.body()), told::type);
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void what_is_said_in_a_meeting_and_planned_for_an_item_is_masked(NumberedText text) {
    ProblemFiled problem = district.problem();
    String id = district.itemOf(problem).getString("items[0].id");
    String path = "/api/v1/meetings";
    Map<String, ?> meeting =
        Map.of(
            "kind", "ONSITE",
            "scheduledAt", Instant.now().toString(),
            "place", text.text(),
            "attendees", List.of(Map.of("unitCode", ENFORCEMENT)),
            "agenda", List.of(Map.of("orderItemId", id)));
    path += "/" + as(TEAM).body(meeting).post(path).path("id");
    as(TEAM).body(Map.of("attended", List.of(1))).post(path + "/holding");
    as(TEAM).body(Map.of("text", text.text())).post(path + "/minutes");
    String day = DistrictTime.day(Instant.now()).plusDays(9).toString();
    Map<String, String> task =
        Map.of(
            "orderItemId", id,
            "kind", "TASK",
            "text", text.text(),
            "responsibleUnitCode", ENFORCEMENT,
            "dueOn", day);
    as(TEAM).body(task).post(path + "/decisions").then().statusCode(201);
    as(TEAM).body(Map.of("note", text.text())).post(path + "/decisions/1/completion");
    Map<String, ?> step =
        Map.of("text", text.text(), "from", day, "to", day, "responsiblePerson", "经办人");
    Map<String, ?> plan =
        Map.of(
            "situation", text.text(),
            "extent", text.text(),
            "steps", List.of(step),
            "responsiblePerson", "经办人",
            "plannedDays", 3,
            "costEstimate", Map.of("amount", "1", "currency", "CNY"),
            "fundSource", text.text(),
            "risks", text.text());
    as(handlerOf(ENFORCEMENT)).body(plan).put(ITEMS + id + "/plan").then().statusCode(200);
    for (Identity reader : List.of(handlerOf(ENFORCEMENT), Identity.of(Role.TOP_LEADER))) {
      for (String read : List.of(path, ITEMS + id + "/plan", ITEMS + id + "/plan/versions")) {
        String body = as(reader).get(read).then().statusCode(200).extract().asString();
        assertEquals(List.of(), NumberedText.revealedBy(body), read);
      }
    }
    for (Told told : district.awaitTold("dispatch.events", problem.problemId().toString(), 3)) {
      assertEquals(List.of(), NumberedText.revealedBy(told.body()), told::type);
    }
  }

  private static void act(Identity who, String path, Map<String, ?> body) {
    int status = as(who).body(body).post(ITEMS + path).statusCode();
    assertEquals(2, status / 100, path);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void the_texts_of_tasks_are_masked_for_all_but_the_team(NumberedText text) {
    written = text;
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    String id = district.itemOf(problem).getString("items[0].id");
    SharedItem.order(problem.problemId(), SharedItem.JOINT, SharedItem.EXTERNAL)
        .then()
        .statusCode(201);
    String tasks = ITEMS + id + "/tasks";
    as(handlerOf(SharedItem.JOINT))
        .body(Map.of("cause", text.text(), "measures", text.text(), "resultSummary", text.text()))
        .post(tasks + "/" + SharedItem.JOINT + "/reply")
        .then()
        .statusCode(200);
    as(TEAM)
        .body(Map.of("reason", text.text()))
        .post(tasks + "/" + SharedItem.EXTERNAL + "/waiver")
        .then()
        .statusCode(200);
    assertMasked(tasks, 4);
    assertMasked(tasks + "/" + SharedItem.JOINT, 3);
    for (Told told : district.awaitTold("dispatch.events", problem.problemId().toString(), 4)) {
      assertEquals(List.of(), NumberedText.revealedBy(told.body()), told::type);
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void the_texts_of_campaigns_are_masked_for_all_but_the_team(NumberedText text) {
    written = text;
    district.know(CampaignActs.CATEGORY);
    district.knowSubdistrict(CampaignActs.PLACE);
    String campaign = CampaignActs.campaign();
    ProblemFiled problem = district.problem();
    String item = district.itemOf(problem).getString("items[0].id");
    CampaignActs.add(campaign, item).then().statusCode(200);
    as(TEAM)
        .body(Map.of("reason", text.text()))
        .post(campaign + "/items/" + item + "/removal")
        .then()
        .statusCode(200);
    String point = CampaignActs.point(campaign, "1", null);
    CampaignActs.survey(
            TEAM,
            point,
            "{\"result\": \"NOT_NEEDED\", \"finding\": \"%s\", \"reason\": \"%s\"}"
                .formatted(text.text(), text.text()))
        .then()
        .statusCode(200);
    as(TEAM)
        .body(Map.of("conclusion", text.text()))
        .post(campaign + "/closing")
        .then()
        .statusCode(200);
    assertMasked(campaign, 1);
    assertMasked(point + "/surveys", 2);
    for (Told told : district.awaitTold("dispatch.events", problem.problemId().toString(), 3)) {
      assertEquals(List.of(), NumberedText.revealedBy(told.body()), told::type);
    }
  }
}
