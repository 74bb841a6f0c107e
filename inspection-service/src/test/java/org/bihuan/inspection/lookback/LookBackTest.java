package org.bihuan.inspection.lookback;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.StoredAttachment;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Whether what was written off lasts: the seed of the tests says which items are drawn. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class LookBackTest {

  private static final String PASSED = "{\"outcome\":\"PASSED\"}";

  @Inject LookBackPolicy policy;

  private AcceptedReply item(boolean drawn) {
    AcceptedReply reply = AcceptedReply.first();
    while (policy.draw(reply.itemId(), Instant.now()).isPresent() != drawn) {
      reply = AcceptedReply.first();
    }
    return reply;
  }

  private static String lists(AcceptedReply reply, String filter) {
    return "/api/v1/rechecks?itemId=" + reply.itemId() + filter;
  }

  private static void pass(AcceptedReply reply) {
    inspector("inspector-1", OTHER_UNIT)
        .body(PASSED)
        .post("/api/v1/rechecks/" + reply.recheck() + "/outcome")
        .then()
        .statusCode(200);
  }

  /** Writes an item off whose look-back is drawn; the id of that. */
  private String drawnFor(AcceptedReply reply) {
    pass(reply);
    return team().get(lists(reply, "&kind=LOOK_BACK")).path("items[0].id");
  }

  @Test
  void what_is_drawn_is_looked_at_again_weeks_after_the_write_off() {
    AcceptedReply reply = item(true);
    String id = drawnFor(reply);
    team()
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("kind", equalTo("LOOK_BACK"))
        .body("status", equalTo("PLANNED"))
        .body("round", equalTo(0))
        .body("overdue", equalTo(false))
        .body("allowedActions", contains("ASSIGN"));
    Instant from =
        Instant.parse(team().get("/api/v1/rechecks/" + id).path("advisedFrom").toString());
    assertTrue(from.isAfter(Instant.now().plus(Duration.ofDays(29))));
    team().get(lists(reply, "")).then().body("items.kind", contains("AFTER_REPLY"));
    unit(LEAD_UNIT).get(lists(reply, "&kind=LOOK_BACK")).then().body("items", empty());
    unit(LEAD_UNIT).get("/api/v1/rechecks/" + id).then().statusCode(404);
    as(Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT).alsoAs(Role.INSPECTOR))
        .get("/api/v1/rechecks/" + id)
        .then()
        .statusCode(404);
    as(Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT).ofUnit(OTHER_UNIT))
        .get("/api/v1/rechecks/" + id)
        .then()
        .statusCode(404);
    assertEquals(3, Facts.toldAbout(reply.problemId().toString(), 3).size());
  }

  @Test
  void what_is_not_drawn_is_left_in_peace() {
    AcceptedReply reply = item(false);
    pass(reply);
    team().get(lists(reply, "&kind=LOOK_BACK")).then().body("items", empty());
  }

  @Test
  void a_relapse_is_told_with_what_was_seen_and_the_write_off_stands() {
    AcceptedReply reply = item(true);
    String id = drawnFor(reply);
    UUID photo = StoredAttachment.by("inspector-2");
    inspector("inspector-2", OTHER_UNIT)
        .body(
            """
            {"outcome":"RELAPSED","note":"地砖又破损，联系 19900001234","attachmentIds":["%s"]}
            """
                .formatted(photo))
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("RELAPSED"))
        .body("beforeAdvisedTime", equalTo(true));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 4);
    LookBackDone done = assertInstanceOf(LookBackDone.class, told.get(3));
    assertEquals(RecheckOutcome.RELAPSED, done.outcome());
    assertEquals("公厕地砖破损", done.title());
    assertFalse(done.note().contains("19900001234"));
    assertEquals(List.of(new AttachedFile(photo, StoredAttachment.SHA256)), done.attachments());
    team().get("/api/v1/write-offs?itemId=" + reply.itemId()).then().body("items", hasSize(1));
    unit(LEAD_UNIT).get("/api/v1/rechecks/" + id).then().statusCode(200);
  }

  @Test
  void a_relapse_is_a_problem_of_its_own_and_no_further_failure_of_the_item() {
    PlannedInspection.publishReferenceData();
    AcceptedReply reply = item(true);
    inspector("inspector-1", OTHER_UNIT)
        .body("{\"outcome\":\"NOT_RECTIFIED\",\"note\":\"未整改\"}")
        .post("/api/v1/rechecks/" + reply.recheck() + "/outcome")
        .then()
        .statusCode(200);
    String id = drawnFor(reply.ofRound(1));
    inspector("inspector-2", OTHER_UNIT)
        .body("{\"outcome\":\"RELAPSED\",\"note\":\"地砖又破损\"}")
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(200);
    team()
        .get("/api/v1/warning-cards?itemId=" + reply.itemId())
        .then()
        .statusCode(200)
        .body("items", empty());
    String cases = "/api/v1/accountability-cases";
    as(Role.TOP_LEADER)
        .get(cases + "?problemId=" + reply.problemId())
        .then()
        .statusCode(200)
        .body("items", empty());
    team()
        .body(
            """
            {"level":"C2","subjectUnitCode":"%s","basis":[{"kind":"RECHECK","id":"%s"}]}
            """
                .formatted(LEAD_UNIT, id))
        .post(cases)
        .then()
        .statusCode(201)
        .body("evidence.rounds.outcome", containsInAnyOrder("NOT_RECTIFIED", "PASSED", "RELAPSED"));
  }

  @Test
  void a_look_back_that_finds_all_well_writes_nothing_off_again() {
    AcceptedReply reply = item(true);
    String id = drawnFor(reply);
    inspector("inspector-2", OTHER_UNIT)
        .body(PASSED)
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(200)
        .body("missingEvidence", equalTo(null));
    team().get("/api/v1/write-offs?itemId=" + reply.itemId()).then().body("items", hasSize(1));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 4);
    assertEquals(
        RecheckOutcome.PASSED, assertInstanceOf(LookBackDone.class, told.get(3)).outcome());
    team().get(lists(reply, "&kind=LOOK_BACK")).then().body("items", hasSize(1));
  }

  @Test
  void a_visit_from_before_the_write_off_is_no_look_back() {
    String id = drawnFor(item(true));
    inspector("inspector-2", OTHER_UNIT)
        .body(
            "{\"outcome\":\"PASSED\",\"arrivedAt\":\"%s\"}"
                .formatted(Instant.now().minus(Duration.ofMinutes(10))))
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(422)
        .body("code", equalTo("arrived-before-write-off"));
  }

  @Test
  void a_look_back_says_whether_it_lasts_and_nothing_else() {
    String id = drawnFor(item(true));
    for (String outcome : List.of("NOT_RECTIFIED", "PARTIAL")) {
      inspector("inspector-2", OTHER_UNIT)
          .body("{\"outcome\":\"%s\",\"note\":\"未整改\"}".formatted(outcome))
          .post("/api/v1/rechecks/" + id + "/outcome")
          .then()
          .statusCode(422)
          .body("code", equalTo("outcome-of-look-back"));
    }
    team()
        .body("{\"evidence\":[\"PHOTO\"],\"reason\":\"远\"}")
        .post("/api/v1/rechecks/" + id + "/evidence-waiver")
        .then()
        .statusCode(409)
        .body("code", equalTo("evidence-of-look-back"));
    inspector("inspector-2", LEAD_UNIT)
        .body(PASSED)
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-unit"));
  }
}
