package org.bihuan.intake.webhook;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemAcknowledged;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.intake.webhook.Receiver.Call;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a channel is told of its complaints: each fact once, in order, and what tracking shows. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ChannelTellingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String CHANNEL = "DISTRICT_HOTLINE";
  private static final String ALL =
      "\"COMPLAINT_FILED\", \"COMPLAINT_MERGED\", \"COMPLAINT_HANDED_OVER\", \"COMPLAINT_REJECTED\","
          + " \"COMPLAINT_WITHDRAWN\", \"PROBLEM_DISPATCHED\", \"PROBLEM_REPLIED\","
          + " \"PROBLEM_REWORK\", \"PROBLEM_WRITTEN_OFF\", \"PROBLEM_CANCELLED\"";
  private static final Actor UNIT = new Actor("UNIT_HANDLER", "ROOF_OFFICE", "handler");
  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector");

  @Inject EntityManager entities;
  @Inject ToldChannels told;

  private final UpstreamEvents others = new UpstreamEvents();
  private final UUID item = UUID.randomUUID();
  private final Instant start = Instant.parse("2026-11-24T00:00:00Z");
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void hang_up() {
    others.close();
    receiver.close();
    forgetWebhooks();
    told.look();
  }

  @Transactional
  void forgetWebhooks() {
    entities.createNativeQuery("delete from webhook").executeUpdate();
  }

  /** Secret of a webhook of the channel that is told of {@code events}. */
  private static String told(String channel, String url, String events) {
    return As.as(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of(channel)))
        .body("{\"url\": \"%s\", \"events\": [%s]}".formatted(url, events))
        .post("/api/v1/channels/" + channel + "/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }

  private static Response sent(String channel, String category) {
    Response sent =
        As.as(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of(channel)))
            .body(
                """
                {"channel": "%s", "sourceRef": "%s", "text": "楼顶漏雨, 找过物业", "categoryCode": "%s",
                 "location": {"address": "示例路 %s", "subdistrictCode": "370203021"},
                 "reporter": {"name": "欧阳晓明", "phone": "19900000123"}}
                """
                    .formatted(channel, UUID.randomUUID(), category, UUID.randomUUID()))
            .post(COMPLAINTS);
    sent.then().statusCode(201);
    return sent;
  }

  private static Response decided(Response complaint, String action, String body) {
    Response decided =
        As.role(Role.SPECIAL_TEAM)
            .body(body)
            .post(COMPLAINTS + "/" + complaint.path("id") + "/" + action);
    decided.then().statusCode(200);
    return decided;
  }

  private static UUID problem(Response complaint) {
    return UUID.fromString(complaint.path("problemId"));
  }

  private ItemIssued issued(UUID problem, int sequence) {
    return new ItemIssued(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        new UnitName("ROOF_OFFICE", "房管所"),
        List.of(),
        DeadlineClass.FACILITY,
        start.plus(Duration.ofHours(72)),
        "FACILITY-1",
        start,
        UNIT,
        null,
        null);
  }

  private ItemReplied replied(UUID problem, int sequence, ReplyKind kind) {
    return new ItemReplied(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        kind,
        0,
        true,
        start.plusSeconds(60L * sequence),
        UNIT,
        List.of(),
        List.of());
  }

  private ReworkOrdered rework(UUID problem, int sequence) {
    return new ReworkOrdered(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        1,
        start.plus(Duration.ofHours(96)),
        "FACILITY-1",
        start.plusSeconds(60L * sequence),
        INSPECTOR);
  }

  private ProblemWrittenOff writtenOff(UUID problem) {
    return new ProblemWrittenOff(
        UUID.randomUUID(),
        problem,
        item,
        UUID.randomUUID(),
        start.plus(Duration.ofDays(2)),
        INSPECTOR);
  }

  private static void awaitStatus(UUID problem, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems/" + problem)
                    .then()
                    .body("status", equalTo(status)));
  }

  private static JsonPath tracked(Response complaint) {
    return As.nobody()
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The complaint as tracking shows it at this moment. */
  private static void assertSaysWhatTrackingSays(Response complaint, Call call) {
    JsonPath tracked = tracked(complaint);
    assertEquals(tracked.getString("trackingCode"), call.json().getString("data.trackingCode"));
    assertEquals(tracked.getString("serial"), call.json().getString("data.serial"));
    assertEquals(tracked.getString("status"), call.json().getString("data.status"));
    assertEquals(tracked.getString("dueAt"), call.json().getString("data.dueAt"));
    assertEquals(tracked.getString("note"), call.json().getString("data.publicNote"));
  }

  @Test
  void a_complaint_is_told_from_the_filing_to_the_write_off_in_order_and_without_a_person()
      throws Exception {
    String secret = told(CHANNEL, receiver.url(), ALL);
    Response complaint = sent(CHANNEL, "ROOF_LEAK");
    UUID problem = problem(complaint);
    others.tell(issued(problem, 1));
    others.tell(new ItemAcknowledged(item, problem, 2, start, UNIT));
    others.tell(replied(problem, 3, ReplyKind.INTERIM));
    others.tell(replied(problem, 4, ReplyKind.FINAL));
    others.tell(rework(problem, 5));
    others.tell(replied(problem, 6, ReplyKind.FINAL));
    awaitStatus(problem, "REPLIED");
    others.tell(writtenOff(problem));
    List<Call> calls = receiver.awaitCalls(6);
    assertEquals(
        List.of(
            "complaint.filed",
            "problem.dispatched",
            "problem.replied",
            "problem.rework",
            "problem.replied",
            "problem.written-off"),
        calls.stream().map(Call::type).toList());
    Call filed = calls.get(0);
    assertEquals(complaint.path("id"), filed.complaint());
    assertEquals(complaint.path("sourceRef"), filed.json().getString("data.sourceRef"));
    assertEquals("IN_PROGRESS", filed.json().getString("data.status"));
    assertNull(filed.json().getString("data.dueAt"));
    assertNotNull(filed.json().getString("data.problemSerial"));
    assertEquals("2026-11-27T00:00:00Z", calls.get(1).json().getString("data.dueAt"));
    assertEquals("2026-11-24T00:00:00Z", calls.get(1).json().getString("timestamp"));
    assertEquals("2026-11-28T00:00:00Z", calls.get(3).json().getString("data.dueAt"));
    assertSaysWhatTrackingSays(complaint, calls.get(5));
    for (Call call : calls) {
      assertTrue(call.isSignedBy(secret));
      assertFalse(call.body().contains("欧阳") || call.body().contains("19900000123"), call.body());
      assertFalse(call.body().contains("楼顶") || call.body().contains("示例路"), call.body());
      assertNull(call.header("traceparent"));
    }
  }

  @Test
  void what_the_desk_says_to_a_reporter_is_told_with_numbers_masked() {
    told(CHANNEL, receiver.url(), ALL);
    Response rejected = sent(CHANNEL, "OTHER");
    Response handedOver = sent(CHANNEL, "OTHER");
    Response withdrawn = sent(CHANNEL, "OTHER");
    decided(rejected, "rejection", "{\"reason\": \"请致电 19900000777 补充地址\"}");
    decided(
        handedOver,
        "handover",
        "{\"bodyCode\": \"%s\", \"reason\": \"不属于本平台\", \"replyToReporter\": \"已转相关单位办理\"}"
            .formatted(anotherBody()));
    decided(withdrawn, "withdrawal", "{}");
    List<Call> calls = receiver.awaitCalls(3);
    assertEquals(
        List.of("complaint.rejected", "complaint.handed-over", "complaint.withdrawn"),
        calls.stream().map(Call::type).toList());
    assertFalse(calls.get(0).body().contains("19900000777"), calls.get(0).body());
    assertEquals("已转相关单位办理", calls.get(1).json().getString("data.publicNote"));
    assertSaysWhatTrackingSays(rejected, calls.get(0));
    assertSaysWhatTrackingSays(handedOver, calls.get(1));
    assertSaysWhatTrackingSays(withdrawn, calls.get(2));
  }

  private static String anotherBody() {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/other-bodies").path("[0].code");
  }

  @Test
  void three_channels_that_tell_of_one_roof_get_three_answers() throws Exception {
    List<String> channels = List.of(CHANNEL, "HOTLINE_12345", "HOTLINE_12319");
    channels.forEach(channel -> told(channel, receiver.url(), ALL));
    List<Response> complaints =
        channels.stream().map(channel -> sent(channel, "ROOF_LEAK")).toList();
    UUID problem = problem(complaints.get(0));
    complaints
        .subList(1, 3)
        .forEach(complaint -> decided(complaint, "merge", "{\"problemId\": \"" + problem + "\"}"));
    others.tell(issued(problem, 1));
    awaitStatus(problem, "DISPATCHED");
    others.tell(writtenOff(problem));
    receiver.awaitCalls(3 + 2 + 3 + 3);
    for (int i = 0; i < channels.size(); i++) {
      List<Call> calls = receiver.callsOf(complaints.get(i).path("id"));
      assertEquals(
          i == 0
              ? List.of("complaint.filed", "problem.dispatched", "problem.written-off")
              : List.of(
                  "complaint.filed",
                  "complaint.merged",
                  "problem.dispatched",
                  "problem.written-off"),
          calls.stream().map(Call::type).toList());
      Call last = calls.get(calls.size() - 1);
      assertSaysWhatTrackingSays(complaints.get(i), last);
      assertEquals(complaints.get(i).path("sourceRef"), last.json().getString("data.sourceRef"));
    }
  }

  @Test
  void a_fact_is_told_once_however_often_it_comes_and_a_late_one_never() throws Exception {
    told(CHANNEL, receiver.url(), ALL);
    Response complaint = sent(CHANNEL, "ROOF_LEAK");
    UUID problem = problem(complaint);
    others.tell(issued(problem, 2));
    others.tell(issued(problem, 2));
    others.tell(replied(problem, 1, ReplyKind.FINAL));
    awaitStatus(problem, "DISPATCHED");
    others.tell(writtenOff(problem));
    others.tell(writtenOff(problem));
    awaitStatus(problem, "WRITTEN_OFF");
    others.tell(replied(problem, 3, ReplyKind.FINAL));
    others.tell(new ItemCancelled(item, problem, 4, start.plusSeconds(300), UNIT));
    others.tell(new ItemAcknowledged(item, problem, 5, start, UNIT));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get(
                        "/api/v1/ledger?count=exact&kind=dispatch.item-acknowledged.v1&problemId="
                            + problem)
                    .then()
                    .body("total", equalTo(1)));
    await().atMost(PATIENCE).until(() -> waiting() == 0);
    assertEquals(
        List.of("complaint.filed", "problem.dispatched", "problem.written-off"),
        receiver.callsOf(complaint.path("id")).stream().map(Call::type).toList());
  }

  @Test
  void what_nobody_asked_for_and_channels_without_a_webhook_cost_no_row() throws Exception {
    told(CHANNEL, receiver.url(), "\"PROBLEM_CANCELLED\"");
    Response complaint = sent(CHANNEL, "ROOF_LEAK");
    Response elsewhere = sent("HOTLINE_12319", "ROOF_LEAK");
    assertFalse(told.contains("HOTLINE_12319"));
    UUID problem = problem(complaint);
    others.tell(issued(problem, 1));
    others.tell(new ItemCancelled(item, problem, 2, start.plusSeconds(300), UNIT));
    others.tell(new ItemCancelled(UUID.randomUUID(), problem(elsewhere), 1, start, UNIT));
    awaitStatus(problem(elsewhere), "CANCELLED");
    Call only = receiver.awaitCalls(1).get(0);
    assertEquals("problem.cancelled", only.type());
    assertSaysWhatTrackingSays(complaint, only);
    assertEquals(1L, rowsOf(complaint.path("id")));
    assertEquals(0L, rowsOf(elsewhere.path("id")));
  }

  @Transactional
  long rowsOf(String complaint) {
    return (Long)
        entities
            .createQuery("select count(*) from Delivery d where d.complaintId = :id")
            .setParameter("id", UUID.fromString(complaint))
            .getSingleResult();
  }

  @Transactional
  long waiting() {
    return (Long)
        entities
            .createQuery("select count(*) from Delivery d where d.finishedAt is null")
            .getSingleResult();
  }
}
