package org.bihuan.intake.problem;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemDeclaredComplex;
import org.bihuan.contract.DispatchEvent.ItemEscalated;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemExtensionRequested;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemPlanDateSet;
import org.bihuan.contract.DispatchEvent.ItemPlanFiled;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemReturnDecided;
import org.bihuan.contract.DispatchEvent.ItemReturnRequested;
import org.bihuan.contract.DispatchEvent.ItemReturnWithdrawn;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.DispatchEvent.ItemSuspensionReviewOverdue;
import org.bihuan.contract.DispatchEvent.ItemUnassigned;
import org.bihuan.contract.DispatchEvent.ItemUrged;
import org.bihuan.contract.DispatchEvent.MeetingDecided;
import org.bihuan.contract.EscalationAxis;
import org.bihuan.contract.EscalationLevel;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.RequestDecision;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A problem whose item is returned, prolonged, suspended, declared complex or urged: it follows
 * what that changes, and every fact of it is on the ledger.
 */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ReturnedAndSuspendedProblemsTest {

  private static final Actor UNIT = new Actor("UNIT_HANDLER", "ROOF_OFFICE", "handler");
  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "team");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final LocalDate REVIEW_ON = LocalDate.parse("2026-12-20");
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant DUE_AT = START.plus(Duration.ofHours(72));

  private final UpstreamEvents others = new UpstreamEvents();
  private final UUID item = UUID.randomUUID();
  private final UUID request = UUID.randomUUID();
  private UUID problem;
  private String trackingCode;
  private int sequence;

  @BeforeEach
  void an_issued_problem() throws Exception {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\", \"categoryCode\": \"ROOF_LEAK\"}")
            .post("/api/v1/complaints");
    problem = UUID.fromString(complaint.path("problemId"));
    trackingCode = complaint.path("trackingCode");
    tell(issued("ROOF_OFFICE"));
  }

  @AfterEach
  void close() {
    others.close();
  }

  /** Moment of the fact that comes next, an hour after the one before. */
  private Instant at() {
    return START.plus(Duration.ofHours(sequence));
  }

  private ItemIssued issued(String unit) {
    return new ItemIssued(
        item,
        problem,
        ++sequence,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        new UnitName(unit, unit),
        List.of(),
        DeadlineClass.FACILITY,
        DUE_AT,
        "FACILITY/1",
        START,
        TEAM,
        null,
        null);
  }

  private ItemSuspended suspended() {
    return new ItemSuspended(
        item, problem, ++sequence, SuspensionCause.AWAITING_FUNDS, REVIEW_ON, "待资金下达", at(), TEAM);
  }

  private ItemResumed resumed(boolean inRework, Instant dueAt) {
    return new ItemResumed(item, problem, ++sequence, inRework, dueAt, "资金已到位", at(), TEAM);
  }

  private ItemExtensionDecided extension(RequestDecision decision, Instant dueAt) {
    return new ItemExtensionDecided(
        item, problem, ++sequence, request, decision, dueAt, "同意", at(), TEAM);
  }

  private ItemReturnDecided returnDecided(RequestDecision decision) {
    return new ItemReturnDecided(
        item, problem, ++sequence, request, decision, "情况属实", at(), TEAM, null);
  }

  private Response read(String part) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/problems/" + problem + part);
  }

  private List<String> facts() {
    return read("/timeline").path("findAll { it.kind.startsWith('dispatch.') }.kind");
  }

  /** Tells a fact and waits until it is on the ledger. */
  private void tell(DispatchEvent fact) throws Exception {
    others.tell(fact);
    await().atMost(PATIENCE).until(() -> facts().size() == sequence);
  }

  @Test
  void a_returned_problem_is_nobodys_until_another_unit_has_it() throws Exception {
    tell(
        new ItemReturnRequested(
            item,
            problem,
            ++sequence,
            request,
            "OUTSIDE_AREA",
            new UnitName("OTHER_OFFICE", "OTHER_OFFICE"),
            false,
            "不在辖区",
            at(),
            UNIT));
    read("").then().body("status", equalTo("DISPATCHED"));
    tell(returnDecided(RequestDecision.ACCEPTED));
    tell(
        new ItemUnassigned(item, problem, ++sequence, UnassignedReason.RETURNED, at(), TEAM, null));
    read("")
        .then()
        .body("status", equalTo("OPEN"))
        .body("responsibleUnit", nullValue())
        .body("orderSerial", nullValue())
        .body("dueAt", nullValue())
        .body("overdue", equalTo(false))
        .body("unassignedReason", equalTo("RETURNED"));
    Identity former = Identity.of(Role.UNIT_HANDLER).ofUnit("ROOF_OFFICE");
    As.as(former).get("/api/v1/problems/" + problem).then().statusCode(404);
    tell(issued("OTHER_OFFICE"));
    read("")
        .then()
        .body("status", equalTo("DISPATCHED"))
        .body("responsibleUnit.code", equalTo("OTHER_OFFICE"))
        .body("unassignedReason", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"true, REWORK", "false, DISPATCHED"})
  void the_clock_of_a_suspended_problem_stands_until_it_is_resumed(boolean inRework, String after)
      throws Exception {
    read("").then().body("overdue", equalTo(true));
    tell(suspended());
    tell(suspended());
    tell(new ItemSuspensionReviewOverdue(item, problem, ++sequence, REVIEW_ON, at(), TEAM));
    read("").then().body("status", equalTo("SUSPENDED")).body("overdue", equalTo(false));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems?limit=200&status=SUSPENDED")
        .then()
        .body("items.find { it.id == '" + problem + "' }.status", equalTo("SUSPENDED"));
    As.nobody()
        .get("/api/v1/public/complaints/" + trackingCode)
        .then()
        .body("status", equalTo("IN_PROGRESS"));
    Instant due = DUE_AT.plus(Duration.ofDays(400));
    tell(resumed(inRework, due));
    read("")
        .then()
        .body("status", equalTo(after))
        .body("dueAt", equalTo(due.toString()))
        .body("overdue", equalTo(false));
  }

  @Test
  void an_extension_moves_the_limit_and_nothing_else() throws Exception {
    tell(new ItemExtensionRequested(item, problem, ++sequence, request, DUE_AT, "雨天", at(), UNIT));
    read("").then().body("dueAt", equalTo(DUE_AT.toString()));
    Instant later = DUE_AT.plus(Duration.ofHours(24));
    tell(extension(RequestDecision.ACCEPTED, later));
    read("").then().body("dueAt", equalTo(later.toString())).body("status", equalTo("DISPATCHED"));
    tell(extension(RequestDecision.REFUSED, later));
    read("").then().body("dueAt", equalTo(later.toString()));
  }

  @Test
  void a_date_that_a_meeting_set_takes_the_place_of_the_limit_by_the_hour() throws Exception {
    Instant planned = DUE_AT.plus(Duration.ofDays(60));
    tell(
        new ItemPlanDateSet(
            item, problem, ++sequence, request, 1, planned, DUE_AT, "两个月内完成", at(), TEAM));
    read("")
        .then()
        .body("dueAt", equalTo(planned.toString()))
        .body("deadlineClass", equalTo("PLANNED"))
        .body("status", equalTo("DISPATCHED"));
  }

  @Test
  void a_late_fact_moves_neither_limit_nor_state() throws Exception {
    tell(suspended());
    tell(resumed(false, DUE_AT));
    others.tell(
        new ItemExtensionDecided(
            item, problem, 1, request, RequestDecision.ACCEPTED, START, null, START, TEAM));
    others.tell(
        new ItemSuspended(item, problem, 1, SuspensionCause.WEATHER, REVIEW_ON, "雨天", START, TEAM));
    await().atMost(PATIENCE).until(() -> facts().size() == sequence + 2);
    read("").then().body("dueAt", equalTo(DUE_AT.toString())).body("status", equalTo("DISPATCHED"));
  }

  @Test
  void what_moves_nothing_is_on_the_timeline_in_the_order_of_the_item() throws Exception {
    tell(
        new ItemReturnRequested(
            item, problem, ++sequence, request, "OUTSIDE_AREA", null, true, "不在辖区", at(), UNIT));
    tell(new ItemReturnWithdrawn(item, problem, ++sequence, request, at(), UNIT));
    tell(returnDecided(RequestDecision.REFUSED));
    tell(new ItemDeclaredComplex(item, problem, ++sequence, "多家管线交错", at(), UNIT));
    tell(
        new ItemEscalated(
            item,
            problem,
            ++sequence,
            EscalationAxis.DIFFICULTY,
            EscalationLevel.D2_LEADING_GROUP,
            request,
            1,
            "提请领导小组",
            at(),
            TEAM));
    tell(
        new MeetingDecided(
            item,
            problem,
            ++sequence,
            request,
            MeetingKind.COORDINATION,
            2,
            "由城管局牵头",
            null,
            null,
            at(),
            TEAM));
    tell(new ItemPlanFiled(item, problem, ++sequence, 1, 30, at(), UNIT));
    tell(new ItemUrged(item, problem, ++sequence, null, at(), Actor.system("sla-watch")));
    tell(new ItemUrged(item, problem, ++sequence, "请抓紧办理", at(), TEAM));
    read("")
        .then()
        .body("status", equalTo("DISPATCHED"))
        .body("responsibleUnit.code", equalTo("ROOF_OFFICE"))
        .body("dueAt", equalTo(DUE_AT.toString()));
    assertEquals(
        List.of(
            "dispatch.item-issued.v1",
            "dispatch.item-return-requested.v1",
            "dispatch.item-return-withdrawn.v1",
            "dispatch.item-return-decided.v1",
            "dispatch.item-declared-complex.v1",
            "dispatch.item-escalated.v1",
            "dispatch.meeting-decided.v1",
            "dispatch.item-plan-filed.v1",
            "dispatch.item-urged.v1",
            "dispatch.item-urged.v1"),
        facts());
  }
}
