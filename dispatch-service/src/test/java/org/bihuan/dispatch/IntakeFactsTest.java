package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.IntakeEvent.ProblemHandedOver;
import org.bihuan.contract.IntakeEvent.ProblemMerged;
import org.bihuan.contract.Place;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What intake says of a problem after its filing, in both orders with what is done to the item
 * (docs/crossing-facts.md).
 */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class IntakeFactsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Actor TRIAGE = new Actor("SPECIAL_TEAM", null, "triage");
  private static final Place ELSEWHERE = new Place("示例路 99 号", "370203022", null, 120.36, 36.09);

  @Inject District district;
  @Inject Clock clock;

  private UUID problemOf(String id) {
    return UUID.fromString(district.item(id).getString("problemId"));
  }

  private void merge(String id) {
    district.tell(
        new ProblemMerged(
            problemOf(id),
            UuidCreator.getTimeOrderedEpoch(),
            "W-TRACKED",
            clock.instant(),
            TRIAGE));
  }

  private void handOver(String id) {
    district.tell(new ProblemHandedOver(problemOf(id), "RAILWAY", clock.instant(), TRIAGE));
  }

  private void correct(String id, String category, DeadlineClass deadlineClass, Place place) {
    district.tell(
        new ProblemCorrected(
            problemOf(id), category, deadlineClass, place, clock.instant(), TRIAGE));
  }

  private String unassigned() {
    return district
        .itemOf(district.problem("OTHER", DeadlineClass.GENERAL))
        .getString("items[0].id");
  }

  private String inState(String status) {
    return switch (status) {
      case "UNASSIGNED" -> unassigned();
      case "ISSUED" -> district.issued();
      case "ACKNOWLEDGED" -> district.acknowledged();
      case "RETURN_REQUESTED" -> {
        String id = district.issued();
        ItemActs.post(ItemActs.HANDLER, id, "/return-requests", ItemActs.RETURN_TO_NOBODY)
            .then()
            .statusCode(201);
        yield id;
      }
      case "SUSPENDED" -> {
        String id = district.acknowledged();
        ItemActs.suspend(id, clock, 5).then().statusCode(200);
        yield id;
      }
      case "REPLIED" -> district.replied();
      case "RECHECK_PENDING" -> district.accepted();
      case "REWORK" -> {
        String id = district.accepted();
        district.tellRecheckFailed(id, 0);
        district.awaitStatus(id, "REWORK");
        yield id;
      }
      default -> throw new IllegalArgumentException(status);
    };
  }

  private static JsonPath history(String id) {
    return as(TEAM).get("/api/v1/order-items/" + id + "/history").jsonPath();
  }

  /** The history of the item, once its last step is {@code action}. */
  private static JsonPath awaitLast(String id, String action) {
    return await()
        .atMost(PATIENCE)
        .until(() -> history(id), history -> action.equals(history.getString("items[-1].action")));
  }

  private static Response assign(String id) {
    return as(TEAM)
        .body(
            "{\"leadUnitCode\":\"%s\",\"deadlineClass\":\"FACILITY\"}"
                .formatted(District.ENFORCEMENT))
        .post("/api/v1/order-items/" + id + "/assignment");
  }

  private static Response cancel(String id) {
    return as(TEAM).body("{\"reason\":\"误派\"}").post("/api/v1/order-items/" + id + "/cancellation");
  }

  private void refuseEnded(Response response, String status) {
    response
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo(status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNASSIGNED",
        "ISSUED",
        "ACKNOWLEDGED",
        "RETURN_REQUESTED",
        "REPLIED",
        "RECHECK_PENDING",
        "REWORK",
        "SUSPENDED"
      })
  void a_merged_problem_calls_its_item_off_wherever_it_is(String status) {
    String id = inState(status);
    merge(id);
    JsonPath last = awaitLast(id, "CANCEL");
    assertThat(last.getString("items[-1].from"), equalTo(status));
    assertThat(last.getString("items[-1].to"), equalTo("CANCELLED"));
    assertThat(last.getString("items[-1].reason"), equalTo("MERGED_INTO W-TRACKED"));
    assertThat(last.getString("items[-1].actor.subject"), equalTo("triage"));
    int steps = last.getList("items").size();
    Told told =
        district.awaitTold("dispatch.events", problemOf(id).toString(), steps).get(steps - 1);
    assertThat(told.type(), equalTo("dispatch.item-cancelled.v1"));
    assertThat(told.json().getString("actor.subject"), equalTo("triage"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNASSIGNED", "ACKNOWLEDGED", "RECHECK_PENDING"})
  void a_problem_handed_over_calls_its_item_off(String status) {
    String id = inState(status);
    handOver(id);
    assertThat(
        awaitLast(id, "CANCEL").getString("items[-1].reason"), equalTo("HANDED_OVER RAILWAY"));
    assertThat(district.item(id).getString("status"), equalTo("CANCELLED"));
  }

  @Test
  void a_write_off_after_a_merge_wins_over_it() {
    String id = district.accepted();
    merge(id);
    awaitLast(id, "CANCEL");
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    assertThat(
        awaitLast(id, "WRITE_OFF").getString("items[-1].reason"), equalTo("CROSSED_CANCELLATION"));
  }

  @Test
  void a_merge_after_the_write_off_is_noted_and_changes_nothing() {
    String id = district.accepted();
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    merge(id);
    JsonPath last = awaitLast(id, "NOTE_LATE_FACT");
    assertThat(last.getString("items[-1].reason"), equalTo("intake.problem-merged.v1"));
    assertThat(last.getString("items[-1].actor.subject"), equalTo("triage"));
    assertThat(district.item(id).getString("status"), equalTo("WRITTEN_OFF"));
    Told told = district.awaitTold("dispatch.events", problemOf(id).toString(), 6).get(5);
    assertThat(told.type(), equalTo("dispatch.late-fact-noted.v1"));
  }

  @Test
  void a_failed_recheck_after_a_merge_is_noted() {
    String id = district.accepted();
    merge(id);
    awaitLast(id, "CANCEL");
    district.tellRecheckFailed(id, 0);
    assertThat(
        awaitLast(id, "NOTE_LATE_FACT").getString("items[-1].reason"),
        equalTo("inspection.recheck-failed.v1"));
    assertThat(district.item(id).getString("status"), equalTo("CANCELLED"));
  }

  @Test
  void a_merge_after_a_cancellation_by_hand_is_noted() {
    String id = district.issued();
    cancel(id).then().statusCode(200);
    merge(id);
    assertThat(
        awaitLast(id, "NOTE_LATE_FACT").getString("items[-1].reason"),
        equalTo("intake.problem-merged.v1"));
    assertThat(history(id).getString("items[1].reason"), equalTo("误派"));
  }

  @Test
  void a_cancellation_by_hand_after_a_merge_is_refused() {
    String id = district.issued();
    merge(id);
    awaitLast(id, "CANCEL");
    refuseEnded(cancel(id), "CANCELLED");
  }

  @Test
  void a_hand_over_after_the_reply_leaves_the_reply_and_its_clock() {
    String id = district.replied();
    String remaining = district.item(id).getString("remaining");
    handOver(id);
    district.awaitStatus(id, "CANCELLED");
    JsonPath item = district.item(id);
    assertThat(item.getString("remaining"), equalTo(remaining));
    assertThat(item.getBoolean("replies[0].onTime"), equalTo(true));
    refuseEnded(
        district.review(id, district.newestReply(id), "{\"decision\":\"ACCEPTED\"}"), "CANCELLED");
  }

  @Test
  void a_reply_after_the_hand_over_is_refused() {
    String id = district.acknowledged();
    handOver(id);
    district.awaitStatus(id, "CANCELLED");
    refuseEnded(district.replyFinally(id), "CANCELLED");
    assertThat(district.item(id).getList("replies"), hasSize(0));
  }

  @Test
  void a_correction_of_an_issued_item_changes_what_it_says_and_neither_unit_nor_limit() {
    String id = district.issued();
    JsonPath before = district.item(id);
    correct(id, "ROOF_LEAK", DeadlineClass.FACILITY, ELSEWHERE);
    JsonPath last = awaitLast(id, "CORRECT");
    assertThat(
        last.getString("items[-1].reason"), equalTo("CATEGORY:STREET_OCCUPATION->ROOF_LEAK PLACE"));
    assertThat(last.getString("items[-1].actor.subject"), equalTo("triage"));
    JsonPath after = district.item(id);
    assertThat(after.getString("categoryCode"), equalTo("ROOF_LEAK"));
    assertThat(after.getString("place.subdistrictCode"), equalTo("370203022"));
    for (String same : List.of("status", "leadUnit.code", "dueAt", "deadlineClass", "orderId")) {
      assertThat(after.getString(same), equalTo(before.getString(same)));
    }
    Told told = district.awaitTold("dispatch.events", problemOf(id).toString(), 2).get(1);
    assertThat(told.type(), equalTo("dispatch.item-corrected.v1"));
    assertThat(told.json().getString("categoryCode"), equalTo("ROOF_LEAK"));
    assertThat(told.json().getString("place.address"), equalTo("示例路 99 号"));
    Identity there = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203022");
    as(there).get("/api/v1/order-items/" + id).then().statusCode(200);
  }

  @Test
  void a_correction_gives_an_unassigned_item_to_the_unit_that_a_rule_now_names() {
    String id = unassigned();
    correct(id, "STREET_OCCUPATION", DeadlineClass.FACILITY, ELSEWHERE);
    JsonPath issued = awaitLast(id, "ISSUE");
    assertThat(
        issued.getList("items.action"), equalTo(List.of("LEAVE_UNASSIGNED", "CORRECT", "ISSUE")));
    JsonPath item = district.item(id);
    assertThat(item.getString("leadUnit.code"), equalTo(District.ENFORCEMENT));
    assertThat(item.getString("deadlineClass"), equalTo("FACILITY"));
    assertThat(item.getString("unassignedReason"), nullValue());
    Instant issuedAt = Instant.parse(item.getString("issuedAt"));
    assertThat(
        Instant.parse(item.getString("dueAt")), equalTo(issuedAt.plus(Duration.ofHours(72))));
    assertThat(
        district.awaitTold("dispatch.events", problemOf(id).toString(), 3).stream()
            .map(Told::type)
            .toList(),
        equalTo(
            List.of(
                "dispatch.item-unassigned.v1",
                "dispatch.item-corrected.v1",
                "dispatch.item-issued.v1")));
    refuseEnded(assign(id), "ISSUED");
  }

  @Test
  void a_correction_may_give_another_reason_for_waiting_and_does_not_move_the_limit() {
    String id = unassigned();
    String assignBy = district.item(id).getString("assignBy");
    correct(id, "STREET_OCCUPATION", DeadlineClass.PLANNED, ELSEWHERE);
    await().atMost(PATIENCE).until(() -> history(id).getList("items"), hasSize(3));
    assertThat(
        history(id).getList("items.action"),
        equalTo(List.of("LEAVE_UNASSIGNED", "CORRECT", "LEAVE_UNASSIGNED")));
    JsonPath item = district.item(id);
    assertThat(item.getString("unassignedReason"), equalTo("NO_LIMIT_FOR_CLASS"));
    assertThat(item.getString("deadlineClass"), equalTo("PLANNED"));
    assertThat(item.getString("assignBy"), equalTo(assignBy));
  }

  @Test
  void a_correction_that_leads_to_no_unit_for_the_same_reason_says_so_once() {
    String id = unassigned();
    correct(id, "OTHER", DeadlineClass.GENERAL, ELSEWHERE);
    JsonPath last = awaitLast(id, "CORRECT");
    assertThat(last.getString("items[-1].reason"), equalTo("PLACE"));
    assertThat(last.getList("items.action"), equalTo(List.of("LEAVE_UNASSIGNED", "CORRECT")));
  }

  @Test
  void a_correction_after_the_assignment_leaves_the_assignment() {
    String id = unassigned();
    assign(id).then().statusCode(200);
    String dueAt = district.item(id).getString("dueAt");
    correct(id, "STREET_OCCUPATION", DeadlineClass.GENERAL, ELSEWHERE);
    JsonPath last = awaitLast(id, "CORRECT");
    assertThat(
        last.getList("items.action"), equalTo(List.of("LEAVE_UNASSIGNED", "ASSIGN", "CORRECT")));
    assertThat(district.item(id).getString("dueAt"), equalTo(dueAt));
    assertThat(district.item(id).getString("deadlineClass"), equalTo("FACILITY"));
    assertThat(district.item(id).getString("categoryCode"), equalTo("STREET_OCCUPATION"));
  }

  @Test
  void a_correction_of_an_item_that_has_ended_is_noted() {
    String id = district.issued();
    cancel(id).then().statusCode(200);
    correct(id, "ROOF_LEAK", DeadlineClass.FACILITY, ELSEWHERE);
    assertThat(
        awaitLast(id, "NOTE_LATE_FACT").getString("items[-1].reason"),
        equalTo("intake.problem-corrected.v1"));
    assertThat(district.item(id).getString("categoryCode"), equalTo("STREET_OCCUPATION"));
  }

  @Test
  void filing_correction_and_merge_told_at_once_are_followed_in_order() {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    district.tell(problem);
    district.tell(
        new ProblemCorrected(
            problem.problemId(),
            "STREET_OCCUPATION",
            DeadlineClass.GENERAL,
            ELSEWHERE,
            clock.instant(),
            TRIAGE));
    district.tell(new ProblemHandedOver(problem.problemId(), "RAILWAY", clock.instant(), TRIAGE));
    String id = district.awaitItem(problem.problemId()).getString("items[0].id");
    assertThat(
        awaitLast(id, "CANCEL").getList("items.action"),
        equalTo(List.of("LEAVE_UNASSIGNED", "CORRECT", "ISSUE", "CANCEL")));
  }

  @Test
  void what_is_told_of_a_problem_that_was_never_filed_is_a_dead_letter() {
    String event =
        district
            .tell(
                new ProblemHandedOver(
                    UuidCreator.getTimeOrderedEpoch(), "RAILWAY", clock.instant(), TRIAGE))
            .toString();
    await()
        .atMost(PATIENCE)
        .until(
            () -> as(ADMIN).get("/operations/dead-letters").jsonPath().getList("eventId"),
            hasItem(event));
  }

  @Test
  void what_the_unit_had_asked_for_lapses_with_a_merge_and_is_decided_no_more() {
    String id = inState("RETURN_REQUESTED");
    String request = district.item(id).getString("openReturnRequestId");
    merge(id);
    awaitLast(id, "CANCEL");
    assertThat(
        ItemActs.get(id, "/return-requests/" + request).getString("status"), equalTo("WITHDRAWN"));
    ItemActs.decideReturn(id, request, ItemActs.ACCEPTED)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-decided"));
  }

  @Test
  void a_correction_leaves_request_and_suspension_as_they_are() {
    String returning = inState("RETURN_REQUESTED");
    String request = district.item(returning).getString("openReturnRequestId");
    correct(returning, "SANITATION", DeadlineClass.GENERAL, ELSEWHERE);
    awaitLast(returning, "CORRECT");
    assertThat(district.item(returning).getString("status"), equalTo("RETURN_REQUESTED"));
    ItemActs.decideReturn(returning, request, ItemActs.REFUSED)
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"));
    assertThat(district.item(returning).getString("status"), equalTo("ISSUED"));
    String suspended = inState("SUSPENDED");
    correct(suspended, "SANITATION", DeadlineClass.GENERAL, ELSEWHERE);
    awaitLast(suspended, "CORRECT");
    assertThat(district.item(suspended).getString("suspension.cause"), equalTo("AWAITING_FUNDS"));
    ItemActs.resume(suspended).then().statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
  }
}
