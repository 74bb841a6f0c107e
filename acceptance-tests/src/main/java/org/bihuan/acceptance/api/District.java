package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Makes records in every state, by the verbs of the API alone. All of them are of {@link #UNIT},
 * with {@link #JOINT_UNIT} beside it, lie in {@link #SUBDISTRICT} and came by {@link #CHANNEL}.
 */
public final class District {

  public static final String UNIT = "MARKET_SUPERVISION_BUREAU";
  public static final String JOINT_UNIT = "TRAFFIC_POLICE";
  public static final String OTHER_UNIT = "FINANCE_BUREAU";
  private static final String BUILDING_UNIT = "LAW_ENFORCEMENT_BUREAU";
  public static final String SUBDISTRICT = "370203021";
  public static final String OTHER_SUBDISTRICT = "370203005";
  public static final String CHANNEL = "HOTLINE_12319";
  public static final String OTHER_CHANNEL = "DISTRICT_HOTLINE";

  public static final String LINE = "MARKETS";
  public static final String OTHER_LINE = "TRAFFIC";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Identity HANDLER = Identity.of(Role.UNIT_HANDLER).ofUnit(UNIT);

  private final Stack stack;
  private final Client client;

  /** Code by which the resident logs in. */
  private final String resident = "local-" + UUID.randomUUID();

  /** The session by which the resident's complaints are sent. */
  private Login writing;

  public District(Stack stack, Client client) {
    this.stack = stack;
    this.client = client;
  }

  /** An order item and, where it has got that far, its reply. */
  public record Item(String id, String orderId, String problemId, String replyId) {}

  public Login login(Identity who) {
    return client.login(who);
  }

  Login login(Role role) {
    return login(Identity.of(role));
  }

  /** The resident of this district, by a new session; a sixth ends the oldest. */
  public Login resident() {
    Answer opened =
        expectSuccess(
            Call.of(
                ServiceName.INTAKE,
                "POST",
                "/api/v1/public/mini-program/sessions",
                "{\"code\": \"" + resident + "\"}"));
    return Login.session(json(opened).path("token").asText());
  }

  /** A complaint of that resident, which waits. */
  synchronized String residentsComplaint() {
    if (writing == null) {
      writing = resident();
    }
    return json(expectSuccess(
            Call.of(
                    ServiceName.INTAKE,
                    "POST",
                    "/api/v1/complaints",
                    complaintOf("DANGQUN_MINIPROGRAM", "OTHER"))
                .as(writing)))
        .path("id")
        .asText();
  }

  /** A channel's key for machines. */
  public JsonNode channelKey(String channel) {
    return act(
        Role.ADMIN,
        ServiceName.INTAKE,
        "/api/v1/channels/" + channel + "/keys",
        "{\"holder\": \"示例热线公司\"}");
  }

  /** A complaint by telephone, with a reporter. */
  public JsonNode complaint(String categoryCode) {
    return act(
        Role.CHANNEL_CLERK,
        ServiceName.INTAKE,
        "/api/v1/complaints",
        complaintOf(CHANNEL, categoryCode));
  }

  /** Version of the model by which messages are recognised. */
  public String recognitionModel() {
    return act(
            Role.CHANNEL_CLERK,
            ServiceName.INTAKE,
            "/api/v1/complaints",
            "{\"channel\": \"%s\", \"text\": \"小区门口的路灯不亮已经有一个月，晚上出行不便，请派人维修\"}".formatted(CHANNEL))
        .at("/recognised/model")
        .asText();
  }

  /** The body of a complaint that nobody has sent yet. */
  public static String complaintOf(String channel, String categoryCode) {
    return """
    {"channel": "%s", "text": "楼道堆放杂物", "categoryCode": "%s",
     "location": {"address": "示例路 %s", "subdistrictCode": "%s"},
     "reporter": {"name": "欧阳示例", "phone": "19900000123"}}
    """
        .formatted(channel, categoryCode, UUID.randomUUID(), SUBDISTRICT);
  }

  /** The problem of a complaint that no rule files. */
  public String filedByHand() {
    return filedByHand(complaint("OTHER"));
  }

  private String filedByHand(JsonNode complaint) {
    return act(
            Role.SPECIAL_TEAM,
            ServiceName.INTAKE,
            "/api/v1/complaints/" + complaint.path("id").asText() + "/filing",
            "{}")
        .path("problemId")
        .asText();
  }

  /** A complaint that the desk has joined to another one's problem. */
  public String mergedComplaint() {
    String complaint = complaint(DeskCategory.CODE).path("id").asText();
    act(
        Role.SPECIAL_TEAM,
        ServiceName.INTAKE,
        "/api/v1/complaints/" + complaint + "/merge",
        "{\"problemId\": \"" + filedByHand() + "\"}");
    return complaint;
  }

  /** An item of no unit, since no rule names one for its category. */
  public Item unassigned() {
    return unassigned(filedByHand());
  }

  private Item unassigned(String problemId) {
    JsonNode item =
        await(
            "an unassigned item",
            () ->
                first(
                    Role.SPECIAL_TEAM,
                    ServiceName.DISPATCH,
                    "/api/v1/order-items?status=UNASSIGNED&problemId=" + problemId));
    return new Item(item.path("id").asText(), null, problemId, null);
  }

  /** An item on an order of its own, known to intake as well. */
  public Item issued() {
    return issued(unassigned());
  }

  private Item issued(Item item) {
    String orderId =
        act(Role.SPECIAL_TEAM, ServiceName.DISPATCH, "/api/v1/orders", orderOf(item.problemId()))
            .path("id")
            .asText();
    await(
        "the problem to be dispatched",
        () -> {
          JsonNode problem =
              read(Role.SPECIAL_TEAM, ServiceName.INTAKE, "/api/v1/problems/" + item.problemId());
          return "DISPATCHED".equals(problem.path("status").asText())
              ? Optional.of(problem)
              : Optional.empty();
        });
    return new Item(item.id(), orderId, item.problemId(), null);
  }

  /** The attachment of a complaint whose item is issued. */
  public String attachment() {
    Call upload =
        Call.of(ServiceName.INTAKE, "POST", "/api/v1/attachments", ValidRequests.UPLOAD)
            .without("Content-Type")
            .with("Content-Type", ValidRequests.UPLOAD_TYPE);
    String id = json(expectSuccess(upload.as(login(Role.CHANNEL_CLERK)))).path("id").asText();
    String complaint =
        complaintOf(CHANNEL, "OTHER").replaceFirst("\\{", "{\"attachmentIds\": [\"" + id + "\"], ");
    JsonNode waiting = act(Role.CHANNEL_CLERK, ServiceName.INTAKE, "/api/v1/complaints", complaint);
    issued(unassigned(filedByHand(waiting)));
    return id;
  }

  /** A link to the file of an attachment: path and query. */
  public URI linkTo(String attachmentId) {
    return URI.create(
        read(Role.SPECIAL_TEAM, ServiceName.INTAKE, "/api/v1/attachments/" + attachmentId)
            .path("url")
            .asText());
  }

  /** The body of an order about one problem. */
  public static String orderOf(String problemId) {
    return """
    {"kind": "SPECIAL", "basis": "群众诉求", "leadUnitCode": "%s", "jointUnitCodes": ["%s"],
     "items": [{"problemId": "%s", "deadlineClass": "GENERAL"}]}
    """
        .formatted(UNIT, JOINT_UNIT, problemId);
  }

  /** Id of an order that is not issued yet. */
  String orderDraft() {
    String order = orderOf(unassigned().problemId());
    String draft = order.replaceFirst("\\{", "{\"draft\": true, ");
    return convene("/api/v1/orders", draft).path("id").asText();
  }

  /** The lead unit has acknowledged, and the joint unit has done its share. */
  public Item acknowledged() {
    Item item = issued();
    act(HANDLER, item, "/acknowledgement", "{\"responsiblePerson\": \"王某\"}");
    replyToTask(item);
    return item;
  }

  /** The joint unit has done its share of this round. */
  void replyToTask(Item item) {
    Identity joint = Identity.of(Role.UNIT_HANDLER).ofUnit(JOINT_UNIT);
    act(joint, item, "/tasks/" + JOINT_UNIT + "/reply", taskReply());
  }

  /** The body of a joint unit's reply. */
  public static String taskReply() {
    return "{\"cause\": \"车辆乱停\", \"measures\": \"劝离车辆\", \"resultSummary\": \"道路畅通\"}";
  }

  /** Something that the unit has asked for and nobody has decided. */
  public record Request(String itemId, String id) {}

  public static String returnRequest() {
    return "{\"reason\": \"点位不在辖区\", \"clauseCode\": \"OUTSIDE_AREA\"}";
  }

  /** An item that the unit wants to return. */
  public Request returned() {
    Item item = issued();
    return new Request(
        item.id(), act(HANDLER, item, "/return-requests", returnRequest()).path("id").asText());
  }

  /**
   * An item that the unit of its rule has returned to another one, and that this one wants to
   * return to it. No other item of these proofs is of its category, so that a precedent made of it
   * routes none of them.
   */
  public Request disputed() {
    String complaint = complaint("ILLEGAL_BUILDING").path("id").asText();
    String problem =
        read(Role.SPECIAL_TEAM, ServiceName.INTAKE, "/api/v1/complaints/" + complaint)
            .path("problemId")
            .asText();
    JsonNode issued =
        await(
            "an issued item",
            () ->
                first(
                    Role.SPECIAL_TEAM,
                    ServiceName.DISPATCH,
                    "/api/v1/order-items?status=ISSUED&problemId=" + problem));
    Item item = new Item(issued.path("id").asText(), null, problem, null);
    String first = returnedTo(item, BUILDING_UNIT, OTHER_UNIT);
    act(
        Identity.of(Role.SPECIAL_TEAM),
        item,
        "/return-requests/" + first + "/decision",
        "{\"decision\": \"ACCEPTED\"}");
    return new Request(item.id(), returnedTo(item, OTHER_UNIT, BUILDING_UNIT));
  }

  private String returnedTo(Item item, String from, String to) {
    String body = returnRequest().replace("}", ", \"suggestedUnitCode\": \"" + to + "\"}");
    return act(Identity.of(Role.UNIT_HANDLER).ofUnit(from), item, "/return-requests", body)
        .path("id")
        .asText();
  }

  /** A ruling that gives the item back to the unit of its rule. */
  public static String ruling(boolean precedent) {
    return """
    {"leadUnitCode": "%s", "clauseCode": "OUTSIDE_AREA", "reason": "职责明确", "precedent": %s}
    """
        .formatted(BUILDING_UNIT, precedent);
  }

  /** A ruling that routes like cases to the unit which gets them by rule anyway. */
  public String precedent() {
    Request request = disputed();
    return act(
            Role.SPECIAL_TEAM,
            ServiceName.DISPATCH,
            "/api/v1/order-items/"
                + request.itemId()
                + "/return-requests/"
                + request.id()
                + "/ruling",
            ruling(true))
        .path("id")
        .asText();
  }

  /** A rule set like the active one, which decides nothing yet. */
  public String ruleSet() {
    return act(
            Role.ADMIN, ServiceName.DISPATCH, "/api/v1/routing-rule-sets", "{\"title\": \"职责调整\"}")
        .path("id")
        .asText();
  }

  /** A request for two hours more than the item has. */
  public String extensionOf(Item item) {
    Instant dueAt =
        Instant.parse(
            read(Role.SPECIAL_TEAM, ServiceName.DISPATCH, "/api/v1/order-items/" + item.id())
                .path("dueAt")
                .asText());
    return "{\"until\": \"%s\", \"reason\": \"连续降雨\"}".formatted(dueAt.plus(Duration.ofHours(2)));
  }

  /** An item for which the unit wants more time. */
  public Request extended() {
    Item item = acknowledged();
    return new Request(
        item.id(),
        act(HANDLER, item, "/extension-requests", extensionOf(item)).path("id").asText());
  }

  public Item suspended() {
    Item item = acknowledged();
    String body =
        "{\"cause\": \"WEATHER\", \"reviewOn\": \"%s\", \"reason\": \"连续降雨\"}"
            .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2));
    act(Identity.of(Role.SPECIAL_TEAM), item, "/suspension", body);
    return item;
  }

  public Item replied() {
    Item item = acknowledged();
    String replyId = act(HANDLER, item, "/replies", finalReply()).path("id").asText();
    return new Item(item.id(), item.orderId(), item.problemId(), replyId);
  }

  public static String finalReply() {
    return """
    {"kind": "FINAL", "cause": "无人清理", "measures": "清运", "resultSummary": "已清空",
     "outcomes": [{"measure": "清运杂物", "quantity": 3, "unit": "PLACE"}]}
    """;
  }

  public Item accepted() {
    Item item = replied();
    act(
        Identity.of(Role.SPECIAL_TEAM),
        item,
        "/replies/" + item.replyId() + "/review",
        "{\"decision\": \"ACCEPTED\"}");
    return item;
  }

  /** A re-check that is still to be done, with its problem. */
  public JsonNode plannedRecheck() {
    return recheckOf(accepted());
  }

  /** The re-check of an item whose reply was accepted. */
  JsonNode recheckOf(Item item) {
    return await(
        "a re-check",
        () ->
            first(
                Role.SPECIAL_TEAM,
                ServiceName.INSPECTION,
                "/api/v1/rechecks?status=PLANNED&problemId=" + item.problemId()));
  }

  /** A re-check that the problem has passed. */
  public JsonNode passedRecheck() {
    return act(
        Role.INSPECTOR,
        ServiceName.INSPECTION,
        "/api/v1/rechecks/" + plannedRecheck().path("id").asText() + "/outcome",
        "{\"outcome\": \"PASSED\"}");
  }

  /** The body of an inspection. */
  public static String inspectionOf(String tier, String method) {
    return """
    {"tier": "%s", "lineCode": %s, "method": "%s", "plannedFor": "%s", "focus": "市场",
     "stops": [{"subdistrictCode": "%s", "place": "示例市场"}, {"subdistrictCode": "%s", "place": "示例路"}]}
    """
        .formatted(
            tier,
            "LINE".equals(tier) ? "\"" + LINE + "\"" : null,
            method,
            Instant.now(),
            SUBDISTRICT,
            SUBDISTRICT);
  }

  /** The committee may lead an inspection of every tier. */
  public String plannedInspection(String tier, String method) {
    return act(
            Role.COMMITTEE_INSPECTOR,
            ServiceName.INSPECTION,
            "/api/v1/inspections",
            inspectionOf(tier, method))
        .path("id")
        .asText();
  }

  public String startedInspection() {
    String id = plannedInspection("AREA", "UNANNOUNCED");
    act(Role.SPECIAL_TEAM, ServiceName.INSPECTION, "/api/v1/inspections/" + id + "/start", null);
    return id;
  }

  /** An inspection that has been at all its stops. */
  public String visitedInspection() {
    String id = startedInspection();
    for (int stop = 1; stop <= 2; stop++) {
      act(
          Role.SPECIAL_TEAM,
          ServiceName.INSPECTION,
          "/api/v1/inspections/" + id + "/stops/" + stop + "/visit",
          "{\"arrivedAt\": \"" + Instant.now() + "\"}");
    }
    return id;
  }

  /** An inspection that is over, without findings. */
  public String concludedInspection() {
    String id = visitedInspection();
    act(
        Role.SPECIAL_TEAM,
        ServiceName.INSPECTION,
        "/api/v1/inspections/" + id + "/conclusion",
        "{\"summary\": \"两处点位已查看\"}");
    return id;
  }

  public static String finding() {
    return """
    {"stop": 1, "title": "门前堆物", "description": "市场门前堆放杂物", "categoryCode": "OTHER"}
    """;
  }

  /** A finding that became a task of {@link #UNIT}. */
  public JsonNode finding(String inspectionId) {
    String path =
        "/api/v1/findings/"
            + act(
                    Role.SPECIAL_TEAM,
                    ServiceName.INSPECTION,
                    "/api/v1/inspections/" + inspectionId + "/findings",
                    finding())
                .path("id")
                .asText();
    String problemId =
        await(
                "the finding's problem",
                () ->
                    first(
                        Role.SPECIAL_TEAM,
                        ServiceName.INTAKE,
                        "/api/v1/problems?findingId=" + path.substring(path.lastIndexOf('/') + 1)))
            .path("id")
            .asText();
    await(
        "the finding's item",
        () ->
            first(
                Role.SPECIAL_TEAM,
                ServiceName.DISPATCH,
                "/api/v1/order-items?problemId=" + problemId));
    act(Role.SPECIAL_TEAM, ServiceName.DISPATCH, "/api/v1/orders", orderOf(problemId));
    return await(
        "the finding's order",
        () -> {
          JsonNode finding = read(Role.SPECIAL_TEAM, ServiceName.INSPECTION, path);
          return finding.hasNonNull("orderSerial") ? Optional.of(finding) : Optional.empty();
        });
  }

  /** An event that a service could not apply. */
  public String deadLetter(ServiceName service) {
    boolean readsIntake = service == ServiceName.DISPATCH;
    String topic = readsIntake ? "intake.events" : "dispatch.events";
    String type = readsIntake ? "intake.problem-filed.v1" : "dispatch.item-issued.v1";
    String key = UUID.randomUUID().toString();
    try (ForeignEvents events = new ForeignEvents(stack.broker())) {
      events
          .send(
              topic,
              key,
              "{\"broken\": ".getBytes(StandardCharsets.UTF_8),
              Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", type))
          .join();
    }
    return await(
            "a dead letter",
            () ->
                read(Role.ADMIN, service, "/operations/dead-letters")
                    .valueStream()
                    .filter(letter -> key.equals(letter.path("key").asText()))
                    .findFirst())
        .path("id")
        .asText();
  }

  /** Gives up what {@link #deadLetter} has left in all services. */
  public void discardDeadLetters() {
    for (ServiceName service : ServiceName.values()) {
      read(Role.ADMIN, service, "/operations/dead-letters")
          .valueStream()
          .forEach(
              letter ->
                  expectSuccess(
                      Call.of(
                              service,
                              "DELETE",
                              "/operations/dead-letters/" + letter.path("id").asText(),
                              null)
                          .as(login(Role.ADMIN))));
    }
  }

  /** The present version of a resource. */
  public String version(ServiceName service, String path) {
    return version(Role.SPECIAL_TEAM, service, path);
  }

  /** The same of one that not everybody reads. */
  public String version(Role role, ServiceName service, String path) {
    return expectSuccess(Call.of(service, "GET", path, null).as(login(role)))
        .header("ETag")
        .orElseThrow(() -> new IllegalStateException(path + " carries no ETag."));
  }

  JsonNode act(Identity who, Item item, String action, String json) {
    return json(
        expectSuccess(
            Call.of(ServiceName.DISPATCH, "POST", "/api/v1/order-items/" + item.id() + action, json)
                .as(login(who))));
  }

  /** What dispatch-service answers to an administrator. */
  JsonNode administer(String path, String json) {
    return act(Role.ADMIN, ServiceName.DISPATCH, path, json);
  }

  /** What dispatch-service answers to the special team. */
  JsonNode convene(String path, String json) {
    return act(Role.SPECIAL_TEAM, ServiceName.DISPATCH, path, json);
  }

  /** The lead unit files a plan for an item. */
  void file(Item item, String plan) {
    String path = "/api/v1/order-items/" + item.id() + "/plan";
    expectSuccess(Call.of(ServiceName.DISPATCH, "PUT", path, plan).as(login(HANDLER)));
  }

  /** Something that was demanded for good with the acceptance of a reply. */
  String standingDemand() {
    Item item = replied();
    act(
        Role.SPECIAL_TEAM,
        ServiceName.DISPATCH,
        "/api/v1/order-items/" + item.id() + "/replies/" + item.replyId() + "/review",
        "{\"decision\": \"ACCEPTED_WITH_STANDING_DEMAND\", \"standingDemand\": \"每季度检查一次\"}");
    return read(
            Role.SPECIAL_TEAM,
            ServiceName.DISPATCH,
            "/api/v1/standing-demands?holding=true&limit=1")
        .at("/items/0/id")
        .asText();
  }

  JsonNode act(Role role, ServiceName service, String path, String json) {
    return json(expectSuccess(Call.of(service, "POST", path, json).as(login(role))));
  }

  JsonNode read(Role role, ServiceName service, String path) {
    return json(expectSuccess(Call.of(service, "GET", path, null).as(login(role))));
  }

  Optional<JsonNode> first(Role role, ServiceName service, String path) {
    return read(role, service, path).path("items").valueStream().findFirst();
  }

  /** Asks whatever comes of it. */
  Answer send(Call call) {
    try {
      return client.send(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer expectSuccess(Call call) {
    try {
      return client.expectSuccess(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Answer answer) {
    try {
      return answer.json();
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + answer.text(), e);
    }
  }

  static JsonNode await(String what, Callable<Optional<JsonNode>> reading) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(reading, Optional::isPresent)
        .orElseThrow();
  }
}
