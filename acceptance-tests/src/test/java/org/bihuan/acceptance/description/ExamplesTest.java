package org.bihuan.acceptance.description;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.GoneReceiver;
import org.bihuan.acceptance.api.HotlineRequests;
import org.bihuan.acceptance.description.DescribedApi.Operation;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemAcknowledged;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/**
 * Every request that the descriptions show is sent, in an order that makes sense, and every answer
 * is held against its description. The answers shown are answers received: with
 * -Dexamples.update=true they are stored again, to be built into the services.
 */
class ExamplesTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int MOST_SHOWN = 2;
  private static final int ENOUGH_LESSONS = 60;
  private static final int LATE_SEQUENCE = 1000;
  private static final String PROBLEM_ID = "problemId";

  private final Loop loop = new Loop(RunningStack.get());
  private final Map<ServiceName, DescribedApi> described = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, Set<String>> done = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, Map<String, JsonNode>> received = new EnumMap<>(ServiceName.class);

  ExamplesTest() {
    for (ServiceName service : ServiceName.values()) {
      described.put(service, DescribedApi.of(service));
      done.put(service, new TreeSet<>());
      received.put(service, new TreeMap<>());
    }
  }

  @Test
  void every_request_shown_is_taken_and_answered_as_described() throws Exception {
    intake();
    dispatch();
    inspection();
    deadLetters();
    for (DescribedApi api : described.values()) {
      Set<String> all = new TreeSet<>(api.operations().stream().map(Operation::id).toList());
      assertEquals(all, done.get(api.service()), "operations of " + api.service());
    }
    if (Boolean.getBoolean("examples.update")) {
      store();
    }
  }

  @Test
  void every_example_fits_its_schema() {
    for (DescribedApi api : described.values()) {
      for (Map.Entry<String, JsonNode> example : api.examples().properties()) {
        String name = example.getKey();
        JsonNode value = example.getValue().path("value");
        if (name.endsWith("List")) {
          String item = name.substring(0, name.length() - "List".length());
          value.forEach(one -> assertEquals(List.of(), api.faults(item, one), name));
        } else {
          assertEquals(List.of(), api.faults(name, value), name);
        }
      }
    }
  }

  @Test
  void every_body_that_is_answered_has_an_example() {
    for (DescribedApi api : described.values()) {
      for (Operation operation : api.operations()) {
        JsonNode body = api.answer(operation, operation.success()).at("/content/application~1json");
        assertTrue(
            body.isMissingNode() || !body.path("examples").isEmpty(),
            operation.id() + " shows no example of its answer");
      }
    }
  }

  /** Without a category, so that the model has to say something. */
  private static Map<String, Object> recognised() {
    Map<String, Object> changes = new HashMap<>();
    changes.put("sourceRef", UUID.randomUUID().toString());
    changes.put("categoryCode", null);
    changes.put("text", "小区门口的路灯不亮已经有一个月，晚上出行不便，请派人维修");
    return changes;
  }

  /** More than an example shows, and learned from the wrong way round: never in force. */
  private static List<Map<String, String>> lessons() {
    List<Map<String, String>> lessons = new ArrayList<>();
    for (int i = 0; i < ENOUGH_LESSONS; i++) {
      lessons.add(lesson("2019-01-01", "OURS", "巴扎黑巴扎黑呜啦啦"));
      lessons.add(lesson("2019-01-01", "OTHER_BODY", "呱唧呱唧噗噜噜"));
      lessons.add(lesson("2020-01-01", "OURS", "呱唧呱唧噗噜噜"));
      lessons.add(lesson("2020-01-01", "OTHER_BODY", "巴扎黑巴扎黑呜啦啦"));
    }
    return lessons;
  }

  private static Map<String, String> lesson(String day, String scope, String text) {
    Map<String, String> lesson = new HashMap<>();
    lesson.put("receivedOn", day);
    lesson.put("scope", scope);
    lesson.put("text", text);
    lesson.put("intent", "COMPLAINT");
    lesson.put(
        scope.equals("OURS") ? "categoryCode" : "bodyCode",
        scope.equals("OURS") ? "STREET_LAMP" : "TAX");
    return lesson;
  }

  private void intake() {
    Call clerk = as(ServiceName.INTAKE, Role.CHANNEL_CLERK);
    Call team = as(ServiceName.INTAKE, Role.SPECIAL_TEAM);
    Call admin = as(ServiceName.INTAKE, Role.ADMIN);
    clerk.get("readMe");
    Call nobody = new Call(ServiceName.INTAKE, null, Map.of());
    nobody.get("listPublicCategories");
    nobody.get("listPublicChannels");
    nobody.get("listPublicSubdistricts");
    nobody.get("listPublicAreas");
    nobody.get("listPublicCommunities");
    clerk.get("listCategories");
    clerk.get("listCategoryTree");
    String kind = "KIND_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    admin.post("addCategory", Map.of(), kind);
    String kindTag = admin.get("getCategory", kind).header("ETag");
    admin.with("If-Match", kindTag).put("replaceCategory", Map.of(), kind);
    clerk.get("listChannels");
    String channel = "HOTLINE_12319";
    String key = admin.post("issueChannelKey", Map.of(), channel).path("id");
    admin.get("listChannelKeys", channel);
    admin.delete("revokeChannelKey", channel, key);
    webhooks(clerk, channel);

    String photo = clerk.upload("uploadAttachment", SamplePhoto.jpeg(1)).path("id");
    String link = clerk.get("getAttachment", photo).path("url");
    nobody.follow("getAttachmentContent", link);

    Response complaint =
        clerk.post("registerComplaint", Map.of("sourceRef", UUID.randomUUID().toString()));
    String id = complaint.path("id");
    String problem = complaint.path(PROBLEM_ID);
    sources(team);
    team.get("listComplaints");
    team.get("getComplaint", id);
    team.get("suggestForComplaint", id);
    clerk.post("suggestForText", Map.of());
    clerk.post("discloseReporter", Map.of(), id);
    team.get("listOtherBodies");
    admin.post("trainRecognitionModel", Map.of("messages", lessons()));
    String model =
        clerk.post("registerComplaint", recognised()).then().extract().path("recognised.model");
    team.get("listRecognitionModels");
    admin.post("activateRecognitionModel", Map.of(), model);
    admin.get("downloadRecognitionModel", model);
    team.post("fileComplaint", Map.of(), waiting());
    String merged = waiting();
    team.post("mergeComplaint", Map.of(PROBLEM_ID, problem), merged);
    team.post("splitComplaint", Map.of(), merged);
    String wrong = waiting();
    String tag = team.get("getComplaint", wrong).header("ETag");
    team.with("If-Match", tag).put("correctComplaint", Map.of(), wrong);
    team.post("handOverComplaint", Map.of(), wrong);
    Response rejected = team.post("rejectComplaint", Map.of(), waiting());
    team.post("withdrawComplaint", Map.of(), waiting());
    team.get("listProblems");
    loop.awaitItem(problem, "ISSUED");
    loop.awaitProblem(problem, "DISPATCHED");
    similar(team, nobody);
    team.get("getProblem", problem);
    team.get("getProblemPhotos", problem);
    team.get("getProblemTimeline", problem);
    team.get("getProblemCertificate", problem);
    team.get("listLedgerEntries");
    await().atMost(Loop.PATIENCE).until(() -> loop.ledgerVerification().path("valid"));
    team.get("verifyLedger");
    String week = team.get("listWeeks").path("items[0].week");
    team.get("getWeeklyList", week);
    ledgerProofs(team, problem);
    nobody.get("trackComplaint", complaint.<String>path("trackingCode"));
    team.post("requestPersonalData", Map.of());
    team.get("listPersonalDataRequests");
    nobody.post("eraseOwnData", Map.of(), rejected.<String>path("trackingCode"));
    admin.get("listPersonalDataKeys");
    blurred(clerk, team, photo);
    open311(nobody, admin, complaint);
    hotlines(nobody, clerk, admin, channel);
    miniProgram(nobody);
    feedback(nobody, clerk, team, complaint);
  }

  /** The reporters of one roof: the first answers by the code, the second is called. */
  private void feedback(Call nobody, Call clerk, Call team, Response first) {
    Response second =
        clerk.post("registerComplaint", Map.of("sourceRef", UUID.randomUUID().toString()));
    String problem = first.path(PROBLEM_ID);
    second.then().body(PROBLEM_ID, equalTo(problem));
    loop.rectify(loop.awaitItem(problem, "ISSUED"));
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitProblem(problem, "WRITTEN_OFF");
    String call =
        clerk
            .request()
            .get("/api/v1/call-backs?complaintId=" + second.path("id"))
            .path("items[0].id");
    clerk.get("listCallBacks");
    clerk.post("recordCallBackOutcome", Map.of(), call);
    nobody.post("giveFeedback", Map.of(), first.<String>path("trackingCode"));
    team.get("listFeedback");
    team.get("getFeedbackFigures");
  }

  private void sources(Call team) {
    team.get("getComplaintTemplate");
    String sheet =
        "来源,编号,内容,类别,街道,名称,日期,周次,期限\n"
            + "重点任务,%1$s-1,整治农贸市场 2 处,环境卫生与公厕,台东街道,农贸市场整治,,2026-W48,2026-11-29\n"
            + "市级会议,%1$s-2,会议指出示例路遗撒渣土,,,全市创城调度会,2026-11-20,,\n";
    team.sheet("importComplaints", sheet.formatted(UUID.randomUUID()));
    team.get("listKeyTasks");
    team.get("getKeyTaskFigures");
  }

  /** What is sent is the example of a complaint, by the way of a resident. */
  private void miniProgram(Call nobody) {
    String token = nobody.post("openMiniProgramSession", Map.of()).path("token");
    Call resident = nobody.with("X-Session-Token", token);
    String photo = resident.upload("uploadAttachment", SamplePhoto.jpeg(1)).path("id");
    Map<String, Object> changes = new HashMap<>();
    changes.put("channel", "DANGQUN_MINIPROGRAM");
    changes.put("sourceRef", null);
    changes.put("attachmentIds", List.of(photo));
    String id = resident.post("registerComplaint", changes).path("id");
    resident.get("listMyComplaints");
    resident.get("getMyComplaint", id);
    resident.post("withdrawMyComplaint", Map.of(), id);
    resident.delete("endMiniProgramSession");
  }

  private void hotlines(Call nobody, Call clerk, Call admin, String channel) {
    String number = "sourceRef";
    for (Map.Entry<String, String> call :
        Map.of("pushHotlineCall", "SIGNING", "tryHotlineCall", "SANDBOX").entrySet()) {
      Response key = admin.post("issueChannelKey", Map.of("use", call.getValue()), channel);
      Map<String, Object> changes = Map.of(number, UUID.randomUUID().toString());
      nobody.signed(call.getKey(), key.path("secret"), changes, "12319");
      admin.delete("revokeChannelKey", channel, key.path("id"));
    }
    clerk.lines("registerComplaints", Map.of(number, UUID.randomUUID().toString()));
  }

  private void webhooks(Call clerk, String channel) {
    try (GoneReceiver receiver = new GoneReceiver()) {
      Map<String, Object> inside = Map.of("url", receiver.address());
      String webhook = clerk.post("createChannelWebhook", inside, channel).path("id");
      clerk.get("listChannelWebhooks", channel);
      clerk.post("renewChannelWebhookSecret", Map.of(), channel, webhook);
      clerk.get("getChannelWebhook", channel, webhook);
      clerk.post("testChannelWebhook", Map.of(), channel, webhook);
      String given =
          "/api/v1/channels/" + channel + "/deliveries?status=FAILED&webhookId=" + webhook;
      String failed =
          await()
              .atMost(Loop.PATIENCE)
              .until(() -> clerk.request().get(given).path("items[0].id"), Objects::nonNull);
      clerk.get("listChannelDeliveries", channel);
      clerk.get("getChannelDelivery", channel, failed);
      clerk.with("If-Match", "*").put("replaceChannelWebhook", inside, channel, webhook);
      clerk.post("redeliverToChannel", Map.of(), channel, failed);
      clerk.delete("deleteChannelWebhook", channel, webhook);
    }
  }

  /** Yesterday ends as after midnight, so that there is a head to show. */
  private void ledgerProofs(Call team, String problem) {
    try (Connection intake = RunningStack.get().postgres().connect("intake");
        Statement statement = intake.createStatement()) {
      statement.execute(
          "update ledger_head set open_day = (now() at time zone 'Asia/Shanghai')::date - 1"
              + " where not exists (select 1 from ledger_day)");
    } catch (SQLException e) {
      throw new AssertionError("the day cannot be ended", e);
    }
    await()
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                !loop.intake(Role.SPECIAL_TEAM)
                    .get("/api/v1/ledger/heads")
                    .<List<?>>path("items")
                    .isEmpty());
    team.get("listLedgerHeads");
    team.get("listLedgerKeys");
    team.get("getProblemInclusion", problem);
    team.get("exportLedger");
    String verifications = "/api/v1/ledger/verifications?limit=1";
    await()
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                !"RUNNING"
                    .equals(
                        loop.intake(Role.SPECIAL_TEAM).get(verifications).path("items[0].status")));
    String run = team.post("beginLedgerVerification", Map.of()).path("id");
    await()
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                !"RUNNING"
                    .equals(
                        loop.intake(Role.SPECIAL_TEAM).get(verifications).path("items[0].status")));
    team.get("getLedgerVerification", run);
    team.get("listLedgerVerifications");
  }

  private void blurred(Call clerk, Call team, String photo) {
    Map<String, Object> withPhoto =
        Map.of("sourceRef", UUID.randomUUID().toString(), "attachmentIds", List.of(photo));
    clerk.post("registerComplaint", withPhoto);
    clerk.post("blurPhoto", Map.of(), photo);
    team.post("discloseOriginal", Map.of(), photo);
  }

  private void open311(Call nobody, Call admin, Response complaint) {
    String json = "json";
    nobody.get("discoverOpen311", json);
    nobody.get("listOpen311Services", json);
    nobody.get("getOpen311Service", "ROOF_LEAK", json);
    String key = admin.post("issueChannelKey", Map.of(), "HOTLINE_12319").path("secret");
    nobody.form("reportServiceRequest", Map.of("api_key", key), json);
    nobody.get("listServiceRequests", json);
    nobody.get("getServiceRequest", complaint.path("serial"), json);
    nobody.get("getServiceRequestId", complaint.path("trackingCode"), json);
  }

  /** The first answer is the one shown, so it is waited for until it shows something. */
  private void similar(Call team, Call nobody) {
    String alike = loop.complainOf("OTHER", "示例路 12 号楼顶漏雨").path("id");
    await()
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                !loop.intake(Role.SPECIAL_TEAM)
                    .get("/api/v1/complaints/" + alike + "/similar")
                    .<List<?>>path("items")
                    .isEmpty());
    team.get("listSimilarProblems", alike);
    nobody.post("findSimilarProblems", Map.of());
  }

  private String waiting() {
    return loop.complainOf("OTHER", "其他事项").path("id");
  }

  private void dispatch() {
    Call team = as(ServiceName.DISPATCH, Role.SPECIAL_TEAM);
    Call admin = as(ServiceName.DISPATCH, Role.ADMIN);
    team.get("readMe");
    team.get("listSubdistricts");
    team.get("listWorkLines");
    team.get("listUnits");
    String unit = "FINANCE_BUREAU";
    String tag = team.get("getUnit", unit).header("ETag");
    admin.with("If-Match", tag).put("replaceUnit", Map.of(), unit);
    team.get("listCalendars");
    String year = "2090";
    admin.with("If-Match", "*").put("replaceCalendar", Map.of(), year);
    team.get("getCalendar", year);
    team.post("compareSlaPolicies", Map.of());
    organisation(team, admin);
    admin.post("createRoutingRule", Map.of());
    team.get("listRoutingRules");
    ruleSets(team, admin);
    admin.post("createSlaPolicy", Map.of());
    team.get("listSlaPolicies");

    Item item = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    Call handler = as(ServiceName.DISPATCH, item.handler());
    handler.post("acknowledgeOrderItem", Map.of(), item.id());
    String reply = handler.post("replyToOrderItem", Map.of(), item.id()).path("id");
    team.get("listReplies", item.id());
    team.get("getReply", item.id(), reply);
    team.post("reviewReply", Map.of(), item.id(), reply);
    team.get("listDemandsAtPlace", item.id());
    String demand = team.get("listStandingDemands").path("items[0].id");
    team.post("endStandingDemand", Map.of(), demand);
    admin.post("createPhotoRule", Map.of());
    team.get("listPhotoRules");
    team.get("listOrderItems");
    team.get("getWorkbench");
    team.follow(
        "getOrderItemFigures", "/api/v1/order-items/figures?by=UNIT&from=2026-01-01&to=2026-12-31");
    team.get("getOrderItem", item.id());
    team.get("getOrderItemHistory", item.id());
    team.get("getOrderItemClock", item.id());

    requests(team);
    ruling(team);
    campaigns(team, handler);
    notifications(item, admin);
    Item unassigned = unassigned();
    team.post("assignOrderItem", Map.of(), unassigned.id());
    tasks(team, unassigned.id());
    team.post("cancelOrderItem", Map.of(), unassigned.id());
    String problem = unassigned().text(PROBLEM_ID);
    String order =
        team.post(
                "issueOrder",
                Map.of("items", List.of(Map.of(PROBLEM_ID, problem, "deadlineClass", "GENERAL"))))
            .path("id");
    team.get("listOrders");
    team.get("getOrder", order);
    team.get("getOrderDocument", order);
    team.post("cancelOrder", Map.of(), order);
    drafts(team);
    team.get("getReplyForm", item.id());
  }

  /** The point of the example is a roof, for which the unit of this handler is to answer. */
  private void campaigns(Call team, Call handler) {
    team.get("listMechanisms");
    String campaign = team.post("createCampaign", Map.of()).path("id");
    String tag = team.get("getCampaign", campaign).header("ETag");
    team.with("If-Match", tag).put("replaceCampaign", Map.of(), campaign);
    team.get("listCampaigns");
    team.get("getTargetListTemplate");
    String list = "编号,地址,街道,问题类别\n2,示例路 2 号,370203021,ROOF_LEAK\n";
    team.sheet("importTargetList", list, campaign);
    String point = team.post("createCampaignPoint", Map.of(), campaign).path("id");
    handler.post("surveyCampaignPoint", Map.of(), campaign, point);
    handler.post("planCampaignPoint", Map.of(), campaign, point);
    Item item = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    team.post("startCampaignPoint", Map.of("orderItemId", item.id()), campaign, point);
    team.get("listCampaignPoints", campaign);
    team.get("getCampaignPoint", campaign, point);
    team.get("listPointSurveys", campaign, point);
    Item other = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    team.post("addCampaignItems", Map.of("orderItemIds", List.of(other.id())), campaign);
    team.post("removeCampaignItem", Map.of(), campaign, other.id());
    team.get("getCampaignProgress", campaign);
    team.post("closeCampaign", Map.of(), campaign);
  }

  private void drafts(Call team) {
    Map<String, Object> draft = new HashMap<>(lines(unassigned()));
    draft.put("draft", true);
    String one = team.post("issueOrder", draft).path("id");
    String other = team.post("issueOrder", draft).path("id");
    team.with("If-Match", "*").put("replaceOrderDraft", draft, one);
    team.delete("discardOrderDraft", other);
    team.post("issueOrderDraft", Map.of(), one);
    draft.putAll(lines(unassigned()));
    String third = team.post("issueOrder", draft).path("id");
    team.post("issueOrderDrafts", Map.of("draftIds", List.of(third)));
    Map<String, Object> selected =
        Map.of(
            PROBLEM_ID, unassigned().text(PROBLEM_ID), "leadUnitCode", "URBAN_MANAGEMENT_BUREAU");
    team.post("issueOrders", Map.of("items", List.of(selected)));
  }

  private static Map<String, Object> lines(Item item) {
    return Map.of(
        "items", List.of(Map.of(PROBLEM_ID, item.text(PROBLEM_ID), "deadlineClass", "GENERAL")));
  }

  /** On the order of the example a joint unit helps. */
  private void tasks(Call team, String item) {
    String joint = "TRAFFIC_POLICE";
    as(ServiceName.DISPATCH, Identity.of(Role.UNIT_HANDLER).ofUnit(joint))
        .post("replyToTask", Map.of(), item, joint);
    team.get("listTasks", item);
    team.get("getTask", item, joint);
    Item other = unassigned();
    team.post("assignOrderItem", Map.of(), other.id());
    team.post("waiveTask", Map.of(), other.id(), joint);
  }

  private void requests(Call team) {
    team.get("listDutyClauses");
    Item item = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    Call handler = as(ServiceName.DISPATCH, item.handler());
    String returning = handler.post("requestReturn", Map.of(), item.id()).path("id");
    handler.post("withdrawReturn", Map.of(), item.id(), returning);
    returning = handler.post("requestReturn", Map.of(), item.id()).path("id");
    Map<String, Object> refusal = new HashMap<>(Map.of("decision", "REFUSED"));
    refusal.put("leadUnitCode", null);
    team.post("decideReturn", refusal, item.id(), returning);
    team.get("listReturnRequests", item.id());
    team.get("getReturnRequest", item.id(), returning);
    Instant dueAt = Instant.parse(item.text("dueAt"));
    Map<String, Object> until = Map.of("until", dueAt.plusSeconds(24 * 3600).toString());
    String extension = handler.post("requestExtension", until, item.id()).path("id");
    team.post("decideExtension", Map.of(), item.id(), extension);
    team.get("listExtensionRequests", item.id());
    team.get("getExtensionRequest", item.id(), extension);
    String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(20).toString();
    team.post("suspendOrderItem", Map.of("reviewOn", day), item.id());
    team.post("resumeOrderItem", Map.of(), item.id());
    handler.post("declareOrderItemComplex", Map.of(), item.id());
    team.post("escalateOrderItem", Map.of(), item.id());
    team.post("urgeUnit", Map.of(), item.id());
    team.get("listUrges", item.id());
    meetings(team, handler, item);
  }

  private void meetings(Call team, Call handler, Item item) {
    Map<String, Object> begun = new HashMap<>();
    begun.put("scheduledAt", Instant.now().minusSeconds(60).toString());
    begun.put("agenda", List.of(Map.of("orderItemId", item.id())));
    String cancelled = team.post("planMeeting", begun).path("id");
    team.post("cancelMeeting", Map.of(), cancelled);
    String meeting = team.post("planMeeting", begun).path("id");
    team.post("holdMeeting", Map.of(), meeting);
    team.post("recordMinutes", Map.of(), meeting);
    String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7).toString();
    Map<String, Object> decision = Map.of("orderItemId", item.id(), "dueOn", day);
    team.post("decideInMeeting", decision, meeting);
    team.post("completeMeetingTask", Map.of(), meeting, "1");
    team.get("getMeeting", meeting);
    team.get("listMeetings");
    handler.put("filePlan", Map.of(), item.id());
    team.get("getPlan", item.id());
    team.get("listPlanVersions", item.id());
  }

  private void ruleSets(Call team, Call admin) {
    Map<String, Object> changes = Map.of("removals", List.of());
    String set = admin.post("createRoutingRuleSet", changes).path("id");
    team.post("rehearseRoutingRuleSet", null, set);
    admin.post("activateRoutingRuleSet", Map.of(), set);
    team.get("listRoutingRuleSets");
    team.get("getRoutingRuleSet", set);
  }

  /** Two units have returned an item to each other. */
  private void ruling(Call team) {
    Item item = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    String other = "PROPERTY_MANAGEMENT_CENTRE";
    Map<String, Object> there = Map.of("suggestedUnitCode", other);
    String request =
        as(ServiceName.DISPATCH, item.handler()).post("requestReturn", there, item.id()).path("id");
    team.post("decideReturn", Map.of("leadUnitCode", other), item.id(), request);
    Map<String, Object> back = Map.of("suggestedUnitCode", item.leadUnit());
    request =
        as(ServiceName.DISPATCH, Identity.of(Role.UNIT_HANDLER).ofUnit(other))
            .post("requestReturn", back, item.id())
            .path("id");
    String ruling = team.post("ruleOnReturn", Map.of(), item.id(), request).path("id");
    team.get("listRulings");
    team.get("getRuling", ruling);
    team.post("withdrawRuling", Map.of(), ruling);
  }

  private void notifications(Item item, Call admin) {
    Call handler = as(ServiceName.DISPATCH, item.handler());
    String told =
        await()
            .atMost(Loop.PATIENCE)
            .until(
                () ->
                    handler
                        .request()
                        .get("/api/v1/notifications?limit=200")
                        .path("items.find { it.itemId == '" + item.id() + "' }.id"),
                Objects::nonNull);
    handler.get("listNotifications");
    handler.post("readNotification", Map.of(), told);
    handler.get("listNotificationRules");
    Map<String, Object> inside = Map.of("url", "http://localhost:9/bihuan");
    String webhook = admin.post("createWebhook", inside).path("id");
    admin.get("listWebhooks");
    String tag = admin.get("getWebhook", webhook).header("ETag");
    admin.with("If-Match", tag).put("replaceWebhook", inside, webhook);
    admin.delete("deleteWebhook", webhook);
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> admin.request().get("/api/v1/recorded-messages").path("items[0].id") != null);
    admin.get("listRecordedMessages");
    Response deliveries = admin.get("listDeliveries");
    admin.get("getDelivery", deliveries.<String>path("items[0].id"));
  }

  private void organisation(Call team, Call admin) {
    String unit = admin.post("createUnit", Map.of()).path("code");
    admin.post("closeUnit", Map.of(), unit);
    admin.get("getUnitTemplate");
    admin.sheet("importUnits", "代码,名称,单位性质\nEXAMPLE_LIST,示例名册单位,区直单位\n");
    String leader = admin.post("createLeader", Map.of()).path("code");
    String tag = team.get("getLeader", leader).header("ETag");
    admin.with("If-Match", tag).put("replaceLeader", Map.of(), leader);
    admin.get("getLeaderTemplate");
    admin.sheet("importLeaders", "代码,姓名,职务,领导班子,任职日期\nEXAMPLE_LIST,领导二,副区长,区政府,2026-01-01\n");
    String duty = admin.post("createDuty", Map.of()).path("id");
    team.get("getDuty", duty);
    for (String list : List.of("listLeaders", "listDuties", "listLeadingBodies")) {
      team.get(list);
    }
    team.get("getLeadingGroup");
    team.get("listFrontlineGroups");
    String posting = admin.post("createPosting", Map.of()).path("id");
    tag = team.get("getPosting", posting).header("ETag");
    admin.with("If-Match", tag).put("replacePosting", Map.of(), posting);
    team.get("listPostings");
    admin.get("getPostingTemplate");
    admin.sheet("importPostings", "姓名,单位,下沉街道,开始日期\n干部二,区财政局,370203021,2026-04-01\n");
    admin.post("endPosting", Map.of(), posting);
    admin.post("endDuty", Map.of(), duty);
    admin.post("endLeader", Map.of(), leader);
  }

  private Item unassigned() {
    return loop.awaitItem(loop.problemOf(loop.complainOf("OTHER", "其他事项")), "UNASSIGNED");
  }

  private void inspection() {
    Call team = as(ServiceName.INSPECTION, Role.SPECIAL_TEAM);
    Call inspector = as(ServiceName.INSPECTION, Role.INSPECTOR);
    inspector.get("readMe");
    team.get("listInspections");
    String id = team.post("planInspection", Map.of()).path("id");
    team.post("cancelInspection", Map.of(), id);
    id = team.post("planInspection", Map.of()).path("id");
    Instant later = Instant.now().plusSeconds(24 * 3600);
    team.post("postponeInspection", Map.of("plannedFor", later.toString()), id);
    team.with("If-Match", "*").put("replaceInspection", Map.of(), id);
    team.post("startInspection", Map.of(), id);
    team.post("visitStop", Map.of("arrivedAt", Instant.now().toString()), id, "1");
    team.post("skipStop", Map.of(), id, "2");
    String finding = team.post("reportFinding", Map.of(), id).path("id");
    Map<String, Object> decision = new HashMap<>();
    decision.put("findingId", finding);
    decision.put("text", "划定疏导点, 门前每日巡查");
    decision.put("responsibleUnitCode", "市场服务建设一中心");
    decision.put("dueOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(7).toString());
    Map<String, Object> held = new HashMap<>();
    held.put("heldAt", Instant.now().toString());
    held.put("decisions", List.of(decision));
    team.post("holdRoundtable", held, id);
    team.post("concludeInspection", Map.of(), id);
    team.get("getInspection", id);
    team.get("getInspectionBulletin", id);
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> team.request().get("/api/v1/findings/" + finding).path(PROBLEM_ID) != null);
    team.get("getFinding", finding);
    team.get("listFindings");

    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨"));
    loop.rectify(loop.awaitItem(problem, "ISSUED"));
    String recheck = loop.awaitRecheck(problem);
    team.post("assignRecheck", Map.of(), recheck);
    team.post("waiveRecheckEvidence", Map.of(), recheck);
    Call named = as(ServiceName.INSPECTION, Identity.of(Role.INSPECTOR).called("inspector-7"));
    named.post("giveRecheckOutcome", Map.of(), recheck);
    inspector.get("getRecheck", recheck);
    inspector.get("listRechecks");
    inspector.get("getRecheckLoad");
    inspector.get("getCoverage");
    inspector.get("listCoverageOfSubdistricts");
    inspector.get("listVisits");
    inspector.get("listObligations");
    inspector.get("estimateUnseenProblems");
    inspector.get("listKnownProblems");
    String period = "?from=2026-01-01&to=2026-12-31";
    team.follow("getReportFigures", "/api/v1/reports/figures" + period);
    team.follow("listReportLines", "/api/v1/reports/lines" + period);
    team.follow("listReportSubdistricts", "/api/v1/reports/subdistricts" + period);
    inspector.follow(
        "listDayTasks", "/api/v1/inspectors/me/day?longitude=120.3561&latitude=36.0835&crs=GCJ02");
    inspector.get("listWriteOffs");
    sampling(team);
    conduct(team);
    evaluation(team, inspector);
    assessment(team);
  }

  /** A mock evaluation in which an item fails and becomes a finding. */
  private void evaluation(Call team, Call inspector) {
    String checklist = team.post("createChecklist", Map.of()).path("id");
    team.get("getChecklist", checklist);
    team.get("listChecklists");
    String id = team.post("planMockEvaluation", Map.of()).path("id");
    team.post("cancelMockEvaluation", Map.of(), id);
    id = team.post("planMockEvaluation", Map.of()).path("id");
    team.post("startMockEvaluation", Map.of(), id);
    Map<String, Object> now = Map.of("observedAt", Instant.now().toString());
    String observed = inspector.post("observePoint", now, id).path("id");
    inspector.post("reportObservedFinding", Map.of(), observed);
    inspector.get("getObservation", observed);
    team.post("concludeMockEvaluation", Map.of(), id);
    inspector.get("getMockEvaluation", id);
    inspector.follow("listEvaluationScores", "/api/v1/mock-evaluations/scores?evaluationId=" + id);
    for (String list : List.of("listMockEvaluations", "listEvaluationPoints", "listObservations")) {
      inspector.get(list);
    }
  }

  /** A month that is assessed, with an appeal of a unit and what the team rules by itself. */
  private void assessment(Call team) {
    String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    team.get("listAssessmentFormulas");
    team.post("setAssessmentFormula", Map.of());
    team.post("closeAssessment", null, "1949-10");
    String issued = "/api/v1/assessments/" + month + "/items?figure=RETURN_RATE&part=DENOMINATOR";
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> team.request().get(issued).path("items[1]?.entry") != null);
    team.follow("listAssessmentItems", issued);
    Response entries = team.request().get(issued);
    String entry = entries.path("items[0].entry");
    String unit = entries.path("items[0].unit.code");
    Call leader = as(ServiceName.INSPECTION, Identity.of(Role.UNIT_LEADER).ofUnit(unit));
    String appeal =
        leader
            .post("appealAgainstEntry", Map.of("unitCode", unit, "entry", entry), month)
            .path("id");
    team.post("reviewAppeal", Map.of(), month, appeal);
    as(ServiceName.INSPECTION, Role.ASSESSOR).post("reviewAppeal", Map.of(), month, appeal);
    team.get("getAppeal", month, appeal);
    team.get("listAppeals", month);
    Map<String, Object> other = Map.of("entry", entries.path("items[1].entry"));
    team.post("judgeEntry", other, month);
    team.get("listAssessmentDeductions", month);
    team.get("getAssessment", month);
    team.get("getAssessmentDocument", month);
    team.get("getAssessmentWorkbook", month);
    team.post("exemptEntry", other, month);
    team.get("listExemptions", month);
  }

  /** A unit that has not put something right twice, and who decides what follows. */
  private void conduct(Call team) {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);
    String recheck = null;
    for (int failures = 1; failures <= 2; failures++) {
      loop.replyAndAccept(item);
      recheck = loop.awaitRecheck(problem);
      loop.recheck(recheck, "NOT_RECTIFIED").then().statusCode(200);
      loop.awaitItem(problem, "REWORK");
    }
    team.get("listWarningCards");
    List<Map<String, String>> basis = List.of(Map.of("kind", "RECHECK", "id", recheck));
    Map<String, Object> about = Map.of("subjectUnitCode", item.leadUnit(), "basis", basis);
    String id = team.post("proposeAccountabilityCase", about).path("id");
    Call committee = as(ServiceName.INSPECTION, Role.COMMITTEE_INSPECTOR);
    committee.post("decideAccountabilityCase", Map.of(), id);
    committee.post("serveAccountabilityCase", null, id);
    committee.get("getAccountabilityCase", id);
    committee.get("listAccountabilityCases");
  }

  /** So many re-checks of one unit that a sample decides about them. */
  private void sampling(Call team) {
    for (int i = 0; i < 10; i++) {
      String problem = loop.problemOf(loop.complainOf("GROUND_DAMAGE", "路面破损"));
      loop.rectify(loop.awaitItem(problem, "ISSUED"));
      loop.awaitRecheck(problem);
    }
    String lot = team.post("openLot", Map.of()).path("id");
    team.get("getLot", lot);
    team.get("listLots");
    team.follow(
        "getSampling", "/api/v1/rechecks/sampling?class=FACILITY&unitCode=MUNICIPAL_COMPANY_2");
  }

  private void deadLetters() throws Exception {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨"));
    loop.awaitItem(problem, "ISSUED");
    loop.awaitProblem(problem, "DISPATCHED");
    PoisonedKey.send(
        RunningStack.get().broker(),
        acknowledged(UUID.randomUUID()),
        acknowledged(UUID.fromString(problem)));
    handle(ServiceName.INTAKE, problem);
    String subdistrict = "370203005";
    String name =
        loop.dispatch(Role.ADMIN)
            .get("/api/v1/subdistricts")
            .path("items.find { it.code == '" + subdistrict + "' }.name");
    PoisonedKey.send(
        RunningStack.get().broker(),
        new SubdistrictPublished("370203008", name),
        new SubdistrictPublished(subdistrict, name));
    handle(ServiceName.DISPATCH, subdistrict);
    handle(ServiceName.INSPECTION, subdistrict);
  }

  private static ItemAcknowledged acknowledged(UUID problem) {
    return new ItemAcknowledged(
        UUID.randomUUID(), problem, LATE_SEQUENCE, Instant.now(), Actor.system("acceptance-test"));
  }

  /** Gives the event up that cannot be applied, and applies the one that waits behind it. */
  private void handle(ServiceName service, String key) {
    Call admin = as(service, Role.ADMIN);
    List<String> parked =
        await()
            .atMost(Loop.PATIENCE)
            .until(
                () ->
                    admin
                        .request()
                        .get("/operations/dead-letters")
                        .<List<String>>path("findAll { it.key == '" + key + "' }.id"),
                ids -> ids.size() == 2);
    admin.get("listDeadLetters");
    admin.delete("discardDeadLetter", parked.get(0));
    admin.post("replayDeadLetter", Map.of(), parked.get(1));
  }

  private Call as(ServiceName service, Role role) {
    return as(service, Identity.of(role));
  }

  private Call as(ServiceName service, Identity who) {
    return new Call(service, who, Map.of());
  }

  /** Operations of one service for one caller, or for nobody. */
  final class Call {

    private final ServiceName service;
    private final Identity who;
    private final Map<String, String> headers;

    private Call(ServiceName service, Identity who, Map<String, String> headers) {
      this.service = service;
      this.who = who;
      this.headers = headers;
    }

    Call with(String header, String value) {
      return new Call(service, who, Map.of(header, value));
    }

    RequestSpecification request() {
      RequestSpecification request =
          loop.nobody(RunningStack.get().service(service)).headers(headers);
      return who == null ? request : request.auth().oauth2(RunningStack.get().token(who));
    }

    Response get(String operation, String... path) {
      return send(operation, null, path);
    }

    Response post(String operation, Map<String, Object> changes, String... path) {
      return send(operation, changes, path);
    }

    Response put(String operation, Map<String, Object> changes, String... path) {
      return send(operation, changes, path);
    }

    Response delete(String operation, String... path) {
      return send(operation, null, path);
    }

    Response upload(String id, byte[] file) {
      Operation operation = described.get(service).operation(id);
      Response answer =
          request()
              .contentType(ContentType.MULTIPART)
              .multiPart("file", "photo.jpg", file, "image/jpeg")
              .request(operation.verb(), operation.path());
      check(described.get(service), operation, answer);
      return answer;
    }

    /** Sends the example as a form, with what only this run can know put in. */
    void form(String id, Map<String, String> changes, String... path) {
      DescribedApi api = described.get(service);
      Operation operation = api.operation(id);
      RequestSpecification request =
          request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
      Map<String, String> fields = new TreeMap<>();
      api.formExample(operation)
          .propertyStream()
          .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
      fields.putAll(changes);
      check(
          api,
          operation,
          request.formParams(fields).request(operation.verb(), operation.path(), (Object[]) path));
    }

    /** Sends the example with a signature of its bytes. */
    void signed(String id, String secret, Map<String, Object> changes, String... path) {
      DescribedApi api = described.get(service);
      Operation operation = api.operation(id);
      ObjectNode example = api.requestExample(operation);
      changes.forEach((field, value) -> example.set(field, JSON.valueToTree(value)));
      String body = example.toString();
      RequestSpecification request =
          request().contentType("application/json; charset=UTF-8").body(body);
      HotlineRequests.signature(secret, body)
          .forEach(header -> request.header(header.name(), header.value()));
      check(api, operation, request.request(operation.verb(), operation.path(), (Object[]) path));
    }

    /** Sends the example as a line; what is answered is a line too. */
    void lines(String id, Map<String, Object> changes) {
      String ndjson = "application/x-ndjson";
      DescribedApi api = described.get(service);
      Operation operation = api.operation(id);
      ObjectNode example = api.lineExample(operation);
      changes.forEach((field, value) -> example.set(field, JSON.valueToTree(value)));
      Response answer =
          request()
              .contentType(ndjson)
              .body(example.toString().getBytes(StandardCharsets.UTF_8))
              .request(operation.verb(), operation.path());
      check(api, operation, answer);
      JsonNode schema = api.answer(operation, 200).path("content").path(ndjson).path("schema");
      assertEquals(List.of(), api.faults(schema, read(answer.asString())), answer.asString());
    }

    /** Sends comma-separated values. */
    void sheet(String id, String csv, String... path) {
      Operation operation = described.get(service).operation(id);
      Response answer =
          request()
              .contentType("text/csv; charset=UTF-8")
              .body(csv.getBytes(StandardCharsets.UTF_8))
              .request(operation.verb(), operation.path(), (Object[]) path);
      check(described.get(service), operation, answer);
    }

    /** Gets what an answer has linked to. */
    void follow(String id, String link) {
      check(
          described.get(service),
          described.get(service).operation(id),
          request().urlEncodingEnabled(false).get(link));
    }

    private Response send(String id, Map<String, Object> changes, String... path) {
      Operation operation = described.get(service).operation(id);
      Response answer = answer(operation, changes, path);
      check(described.get(service), operation, answer);
      return answer;
    }

    /** The request is understood, and not possible in the state of the record. */
    void refused(String id, Map<String, Object> changes, String... path) {
      DescribedApi api = described.get(service);
      Operation operation = api.operation(id);
      Response answer = answer(operation, changes, path);
      assertEquals(409, answer.statusCode(), answer.asString());
      assertEquals(
          List.of(),
          api.faults(operation, 409, "application/problem+json", read(answer.asString())));
      done.get(service).add(id);
    }

    /** Sends the example, with what only this run can know put in. */
    private Response answer(Operation operation, Map<String, Object> changes, String... path) {
      DescribedApi api = described.get(service);
      RequestSpecification request = request();
      ObjectNode body = changes == null ? null : api.requestExample(operation);
      if (body != null) {
        changes.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        request.body(body.toString());
      }
      if (operation.takesParameter("cursor")) {
        request.queryParam("limit", 1).queryParam("count", "exact");
      }
      return request.request(operation.verb(), operation.path(), (Object[]) path);
    }

    private void check(DescribedApi api, Operation operation, Response answer) {
      String what = operation.id() + ": " + answer.asString();
      // A list tells the name of its file only as a sheet.
      Set<String> notAlways =
          operation.takesParameter("cursor")
              ? Set.of("Link", "Idempotency-Replayed", "Content-Disposition")
              : Set.of("Link", "Idempotency-Replayed");
      assertEquals(operation.success(), answer.statusCode(), what);
      JsonNode answered = api.answer(operation, answer.statusCode());
      answered
          .path("headers")
          .fieldNames()
          .forEachRemaining(
              header -> {
                if (!notAlways.contains(header)) {
                  assertNotNull(answer.header(header), header + " of " + what);
                }
              });
      JsonNode content = answered.path("content").path(ContentType.JSON.toString());
      if (!content.isMissingNode()) {
        JsonNode body = read(answer.asString());
        assertEquals(List.of(), api.faults(content.path("schema"), body), what);
        received.get(service).putIfAbsent(DescribedApi.schemaName(content), fitToShow(body));
      }
      done.get(service).add(operation.id());
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }

  /** Long lists teach no more than short ones, and no key may stand in the repository. */
  private static JsonNode fitToShow(JsonNode body) {
    Stream.of(body, body.path("items"))
        .filter(ArrayNode.class::isInstance)
        .map(ArrayNode.class::cast)
        .forEach(
            list -> {
              while (list.size() > MOST_SHOWN) {
                list.remove(list.size() - 1);
              }
            });
    if (body.has("secret")) {
      ((ObjectNode) body).put("secret", "<only in this answer>");
    }
    return body;
  }

  private void store() throws IOException {
    for (Map.Entry<ServiceName, Map<String, JsonNode>> service : received.entrySet()) {
      Path file =
          Layout.ofTests()
              .root()
              .resolve(service.getKey().module())
              .resolve("src/main/resources/description/examples.json");
      ObjectNode examples = (ObjectNode) JSON.readTree(Files.readString(file));
      service.getValue().forEach(examples::set);
      Files.writeString(file, JSON.writeValueAsString(examples) + "\n");
    }
  }
}
