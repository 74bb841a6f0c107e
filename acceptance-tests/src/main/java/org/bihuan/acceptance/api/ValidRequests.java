package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bihuan.localstack.layout.ServiceName;

/**
 * How each operation is asked so that it does its work, on records made for the purpose. Where the
 * rights depend on more than the operation, it is here more than once: {@code planInspection/LINE}.
 */
public final class ValidRequests {

  /** A file as forms send it: a paper of one empty page, which is text. */
  static final String UPLOAD =
      """
      --cut
      Content-Disposition: form-data; name="file"; filename="paper.pdf"
      Content-Type: application/pdf

      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      --cut--
      """
          .replace("\n", "\r\n");

  static final String UPLOAD_TYPE = "multipart/form-data; boundary=cut";

  private static final String NEWEST = "?limit=200";

  private static final String WHAT_IF =
      """
      {"from": "2026-10-01T00:00:00Z", "to": "2026-11-01T00:00:00Z",
       "policies": [{"deadlineClass": "GENERAL", "limit": "PT24H"}]}
      """;

  private final District district;
  private final Map<String, Function<ServiceName, ValidRequest>> byName = new HashMap<>();

  public ValidRequests(District district) {
    this.district = district;
    intake();
    dispatch();
    new OrganisationRequests(district).all().forEach(this::add);
    new MeetingRequests(district).all().forEach(this::add);
    new RecognitionRequests(district).all().forEach(this::add);
    new RoutingRequests(district).all().forEach(this::add);
    new CampaignRequests(district).all().forEach(this::add);
    new NotificationRequests(district).all().forEach(this::add);
    new ChannelWebhookRequests(district).all().forEach(this::add);
    new OrderRequests(district).all().forEach(this::add);
    new SamplingRequests(district).all().forEach(this::add);
    new ConductRequests(district).all().forEach(this::add);
    new EvaluationRequests(district).all().forEach(this::add);
    new AssessmentRequests(district).all().forEach(this::add);
    new PhotoRequests(district).all().forEach(this::add);
    new Open311Requests(district).all().forEach(this::add);
    new SourceRequests(district).all().forEach(this::add);
    new WeekRequests(district).all().forEach(this::add);
    new FeedbackRequests(district).all().forEach(this::add);
    new HotlineRequests(district).all().forEach(this::add);
    new MiniProgramRequests(district).all().forEach(this::add);
    new LedgerRequests(district).all().forEach(this::add);
    new PersonalDataRequests(district).all().forEach(this::add);
    inspection();
    operations();
  }

  /** Names of operations, some with a variant behind a slash. */
  public Set<String> names() {
    return byName.keySet();
  }

  /**
   * A request that was not sent yet.
   *
   * @param name of the operation, with its variant if it has some
   * @return empty when nobody has said how the operation is asked
   */
  public Optional<ValidRequest> make(ServiceName service, String name) {
    return Optional.ofNullable(byName.get(name)).map(made -> made.apply(service));
  }

  /** The first way to ask an operation, whatever the variant. */
  public Optional<ValidRequest> makeAny(Operation operation) {
    return byName.keySet().stream()
        .filter(name -> name.equals(operation.id()) || name.startsWith(operation.id() + "/"))
        .sorted()
        .findFirst()
        .flatMap(name -> make(operation.service(), name));
  }

  private void add(String name, Supplier<ValidRequest> made) {
    byName.put(name, service -> made.get());
  }

  private static Map<String, String> id(String id) {
    return Map.of("id", id);
  }

  private static String idOf(JsonNode resource) {
    return resource.path("id").asText();
  }

  private static ValidRequest plain() {
    return ValidRequest.read(Map.of());
  }

  private void intake() {
    add("listCategories", ValidRequests::plain);
    add("listPublicCategories", ValidRequests::plain);
    add("listPublicChannels", ValidRequests::plain);
    add("listPublicSubdistricts", ValidRequests::plain);
    add("listPublicAreas", ValidRequests::plain);
    add("listPublicCommunities", ValidRequests::plain);
    add("listChannels", ValidRequests::plain);
    add("listChannelKeys", () -> ValidRequest.read(Map.of("code", District.CHANNEL)));
    add(
        "issueChannelKey",
        () -> ValidRequest.act(Map.of("code", District.CHANNEL), "{\"holder\": \"示例热线公司\"}", 201));
    add(
        "revokeChannelKey",
        () ->
            ValidRequest.act(
                Map.of("code", District.CHANNEL, "id", idOf(district.channelKey(District.CHANNEL))),
                null,
                204));
    add("listComplaints", () -> ValidRequest.list(NEWEST, idOf(district.complaint("OTHER"))));
    add("getComplaint", () -> ValidRequest.read(id(idOf(district.complaint("OTHER")))));
    for (String channel : Set.of(District.CHANNEL, "WEB_FORM", "SPECIAL_TEAM_DESK")) {
      add(
          "registerComplaint/" + channel,
          () -> ValidRequest.act(Map.of(), District.complaintOf(channel, "OTHER"), 201));
    }
    add(
        "uploadAttachment",
        () -> ValidRequest.act(Map.of(), UPLOAD, 201).with("Content-Type", UPLOAD_TYPE));
    add("getAttachment", () -> ValidRequest.read(id(district.attachment())));
    add(
        "getAttachmentContent",
        () -> {
          String attachment = district.attachment();
          return ValidRequest.read(id(attachment))
              .asking("?" + district.linkTo(attachment).getRawQuery());
        });
    onWaitingComplaint("fileComplaint", () -> "{\"title\": \"楼道堆物\"}");
    onWaitingComplaint(
        "mergeComplaint", () -> "{\"problemId\": \"" + district.filedByHand() + "\"}");
    onWaitingComplaint(
        "handOverComplaint",
        () -> "{\"bodyCode\": \"EDUCATION\", \"reason\": \"招生事宜\", \"replyToReporter\": \"已移交\"}");
    add("splitComplaint", () -> ValidRequest.act(id(district.mergedComplaint()), null, 200));
    add("listSimilarProblems", () -> ValidRequest.read(id(idOf(district.complaint("OTHER")))));
    add("listOtherBodies", ValidRequests::plain);
    add(
        "correctComplaint",
        () -> {
          String complaint = idOf(district.complaint(DeskCategory.CODE));
          return ValidRequest.act(id(complaint), "{\"categoryCode\": \"SANITATION\"}", 200)
              .with(
                  "If-Match",
                  district.version(ServiceName.INTAKE, "/api/v1/complaints/" + complaint));
        });
    onWaitingComplaint("rejectComplaint", () -> "{\"reason\": \"不属于受理范围\"}");
    onWaitingComplaint("withdrawComplaint", () -> null);
    onWaitingComplaint("discloseReporter", () -> "{\"reason\": \"回访\"}");
    add("listLedgerEntries", ValidRequests::plain);
    add("verifyLedger", ValidRequests::plain);
    add("listProblems", () -> ValidRequest.list(NEWEST, district.issued().problemId()));
    for (String name :
        Set.of("getProblem", "getProblemPhotos", "getProblemCertificate", "getProblemTimeline")) {
      add(name, () -> ValidRequest.read(id(district.issued().problemId())));
    }
    add("findSimilarProblems", () -> ValidRequest.act(Map.of(), "{\"text\": \"楼道堆放杂物\"}", 200));
    add(
        "trackComplaint",
        () ->
            ValidRequest.read(
                Map.of("trackingCode", district.complaint("OTHER").path("trackingCode").asText())));
  }

  private void onWaitingComplaint(String name, Supplier<String> json) {
    add(
        name,
        () -> ValidRequest.act(id(idOf(district.complaint(DeskCategory.CODE))), json.get(), 200));
  }

  private void dispatch() {
    add(
        "listOrderItems",
        () -> {
          District.Item item = district.issued();
          return ValidRequest.list("?problemId=" + item.problemId(), item.id());
        });
    for (String name : Set.of("getOrderItem", "getOrderItemClock", "getOrderItemHistory")) {
      add(name, () -> ValidRequest.read(id(district.issued().id())));
    }
    add("getWorkbench", ValidRequests::plain);
    add("getOrderItemFigures", () -> plain().asking("?by=UNIT&from=2026-01-01&to=2026-12-31"));
    add("listTasks", () -> ValidRequest.read(id(district.issued().id())));
    add("getTask", () -> ValidRequest.read(task(district.issued())));
    add("replyToTask", () -> ValidRequest.act(task(district.issued()), District.taskReply(), 200));
    add(
        "waiveTask",
        () -> ValidRequest.act(task(district.issued()), "{\"reason\": \"无需配合\"}", 200));
    add("listReplies", () -> ValidRequest.read(id(district.replied().id())));
    add("getReply", () -> ValidRequest.read(reply(district.replied())));
    onItem("acknowledgeOrderItem", district::issued, "{\"responsiblePerson\": \"王某\"}", 200);
    onItem(
        "assignOrderItem",
        district::unassigned,
        "{\"leadUnitCode\": \"" + District.UNIT + "\", \"deadlineClass\": \"GENERAL\"}",
        200);
    onItem("cancelOrderItem", district::issued, "{\"reason\": \"重复交办\"}", 200);
    requests();
    onItem(
        "suspendOrderItem",
        district::acknowledged,
        "{\"cause\": \"AWAITING_FUNDS\", \"reviewOn\": \"%s\", \"reason\": \"待资金下达\"}"
            .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(20)),
        200);
    onItem("resumeOrderItem", district::suspended, "{\"reason\": \"资金已到位\"}", 200);
    onItem("declareOrderItemComplex", district::acknowledged, "{\"reason\": \"管线交错\"}", 200);
    onItem("urgeUnit", district::acknowledged, "{\"text\": \"请抓紧办理\"}", 201);
    add("listUrges", () -> ValidRequest.read(id(district.issued().id())));
    add("listDutyClauses", ValidRequests::plain);
    onItem("replyToOrderItem", district::acknowledged, District.finalReply(), 201);
    add(
        "reviewReply",
        () ->
            ValidRequest.act(
                reply(district.replied()),
                "{\"decision\": \"ACCEPTED\", \"opinion\": \"同意\"}",
                200));
    add("listPhotoRules", ValidRequests::plain);
    add("createPhotoRule", () -> ValidRequest.act(Map.of(), photoRule(), 201));
    add("listDemandsAtPlace", () -> ValidRequest.read(id(district.issued().id())));
    add("listStandingDemands", ValidRequests::plain);
    add(
        "endStandingDemand",
        () -> ValidRequest.act(id(district.standingDemand()), "{\"reason\": \"已拆除\"}", 200));
    add("listOrders", () -> ValidRequest.list(NEWEST, district.issued().orderId()));
    add("getOrder", () -> ValidRequest.read(id(district.issued().orderId())));
    add("getOrderDocument", () -> ValidRequest.read(id(district.issued().orderId())));
    add("getReplyForm", () -> ValidRequest.read(id(district.issued().id())));
    add(
        "issueOrder",
        () -> ValidRequest.act(Map.of(), District.orderOf(district.unassigned().problemId()), 201));
    add("listRoutingRules", ValidRequests::plain);
    add("listSlaPolicies", ValidRequests::plain);
    add("listCalendars", ValidRequests::plain);
    add("getCalendar", () -> ValidRequest.read(Map.of("year", "2026")));
    add(
        "replaceCalendar",
        () -> ValidRequest.act(Map.of("year", "2090"), calendar(), 200).with("If-Match", "*"));
    add("compareSlaPolicies", () -> ValidRequest.act(Map.of(), WHAT_IF, 200));
    add("listSubdistricts", ValidRequests::plain);
    add("listUnits", ValidRequests::plain);
    add("listWorkLines", ValidRequests::plain);
    add("getUnit", () -> ValidRequest.read(Map.of("code", District.OTHER_UNIT)));
    add("createRoutingRule", () -> ValidRequest.act(Map.of(), routingRule(), 201));
    add("createSlaPolicy", () -> ValidRequest.act(Map.of(), slaPolicy(), 201));
    add(
        "replaceUnit",
        () ->
            ValidRequest.act(
                    Map.of("code", District.OTHER_UNIT),
                    "{\"name\": \"区财政局\", \"aliases\": [], \"active\": true}",
                    200)
                .with(
                    "If-Match",
                    district.version(
                        ServiceName.DISPATCH, "/api/v1/units/" + District.OTHER_UNIT)));
  }

  private void requests() {
    onItem("requestReturn", district::issued, District.returnRequest(), 201);
    add("listReturnRequests", () -> ValidRequest.read(id(district.returned().itemId())));
    add("getReturnRequest", () -> ValidRequest.read(request(district.returned())));
    add("withdrawReturn", () -> ValidRequest.act(request(district.returned()), null, 200));
    add(
        "decideReturn",
        () ->
            ValidRequest.act(
                request(district.returned()),
                "{\"decision\": \"REFUSED\", \"opinion\": \"职责明确\"}",
                200));
    add(
        "requestExtension",
        () -> {
          District.Item item = district.acknowledged();
          return ValidRequest.act(id(item.id()), district.extensionOf(item), 201);
        });
    add("listExtensionRequests", () -> ValidRequest.read(id(district.extended().itemId())));
    add("getExtensionRequest", () -> ValidRequest.read(request(district.extended())));
    add(
        "decideExtension",
        () -> ValidRequest.act(request(district.extended()), "{\"decision\": \"ACCEPTED\"}", 200));
  }

  private static Map<String, String> request(District.Request request) {
    return Map.of("id", request.itemId(), "requestId", request.id());
  }

  private void onItem(String name, Supplier<District.Item> item, String json, int status) {
    add(name, () -> ValidRequest.act(id(item.get().id()), json, status));
  }

  private static Map<String, String> task(District.Item item) {
    return Map.of("id", item.id(), "unitCode", District.JOINT_UNIT);
  }

  private static Map<String, String> reply(District.Item item) {
    return Map.of("id", item.id(), "replyId", item.replyId());
  }

  /**
   * So far ahead that no problem is ever routed by it, and for a category no item of these proofs
   * has: without its first moment, as the fuzzer sends it too, it holds at once.
   */
  private static String routingRule() {
    return "{\"categoryCode\": \"%s\", \"leadUnitCode\": \"%s\", \"validFrom\": \"%s\"}"
        .formatted(DeskCategory.CODE, District.UNIT, farAhead());
  }

  /** So far ahead that no reply ever has to show what it asks for. */
  private static String photoRule() {
    return """
    {"categoryCode": "WALL_PEELING", "beforeRequired": false, "afterRequired": true, "validFrom": "%s"}
    """
        .formatted(farAhead());
  }

  /** So far ahead that no limit is ever set by it. */
  private static String slaPolicy() {
    return """
    {"deadlineClass": "GENERAL", "limit": "PT48H", "warnAt": 0.75, "reworkShare": 0.5, "validFrom": "%s"}
    """
        .formatted(farAhead());
  }

  /** Of a year no limit reaches. */
  private static String calendar() {
    return """
    {"officeHours": [{"opensAt": "08:30", "closesAt": "12:00"}],
     "days": [{"date": "2090-10-02", "working": false, "name": "国庆节"}]}
    """;
  }

  private static Instant farAhead() {
    return Instant.now()
        .truncatedTo(ChronoUnit.SECONDS)
        .plus(Duration.ofHours(ThreadLocalRandom.current().nextLong(100_000, 600_000)));
  }

  private void inspection() {
    for (String tier : Set.of("FRONTLINE", "LINE", "AREA")) {
      add(
          "planInspection/" + tier,
          () -> ValidRequest.act(Map.of(), District.inspectionOf(tier, "ANNOUNCED"), 201));
      add(
          "startInspection/" + tier,
          () -> ValidRequest.act(id(district.plannedInspection(tier, "ANNOUNCED")), null, 200));
    }
    add(
        "listInspections/UNFORESEEN",
        () -> ValidRequest.list(NEWEST, district.plannedInspection("AREA", "UNANNOUNCED")));
    add("listInspections/STARTED", () -> ValidRequest.list(NEWEST, district.startedInspection()));
    add(
        "getInspection/UNFORESEEN",
        () -> ValidRequest.read(id(district.plannedInspection("AREA", "UNANNOUNCED"))));
    add("getInspection/STARTED", () -> ValidRequest.read(id(district.startedInspection())));
    add("getInspectionBulletin", () -> ValidRequest.read(id(district.concludedInspection())));
    add(
        "cancelInspection",
        () ->
            ValidRequest.act(
                id(district.plannedInspection("AREA", "ANNOUNCED")), "{\"reason\": \"改期\"}", 200));
    add(
        "replaceInspection",
        () ->
            ValidRequest.act(
                    id(district.plannedInspection("AREA", "ANNOUNCED")),
                    "{\"stops\": [{\"subdistrictCode\": \"%s\", \"place\": \"示例路\"}]}"
                        .formatted(District.SUBDISTRICT),
                    200)
                .with("If-Match", "*"));
    add(
        "postponeInspection",
        () ->
            ValidRequest.act(
                id(district.plannedInspection("AREA", "ANNOUNCED")),
                "{\"plannedFor\": \"%s\", \"reason\": \"暴雨\"}"
                    .formatted(Instant.now().plus(Duration.ofDays(30))),
                200));
    add(
        "holdRoundtable",
        () -> ValidRequest.act(id(district.startedInspection()), roundtable(), 200));
    add(
        "visitStop",
        () ->
            ValidRequest.act(
                stop(district.startedInspection()),
                "{\"arrivedAt\": \"" + Instant.now() + "\", \"note\": \"已查看\"}",
                200));
    add(
        "skipStop",
        () -> ValidRequest.act(stop(district.startedInspection()), "{\"reason\": \"道路封闭\"}", 200));
    add(
        "reportFinding",
        () -> ValidRequest.act(id(district.startedInspection()), District.finding(), 201));
    add(
        "concludeInspection",
        () ->
            ValidRequest.act(id(district.visitedInspection()), "{\"summary\": \"两处点位已查看\"}", 200));
    add(
        "listFindings",
        () -> {
          String inspection = district.startedInspection();
          return ValidRequest.list(
              "?inspectionId=" + inspection, idOf(district.finding(inspection)));
        });
    add(
        "getFinding",
        () -> ValidRequest.read(id(idOf(district.finding(district.startedInspection())))));
    rechecks();
  }

  private static String roundtable() {
    return """
    {"heldAt": "%s", "place": "街道会议室", "attendees": [{"unitCode": "%s"}]}
    """
        .formatted(Instant.now(), District.UNIT);
  }

  private static Map<String, String> stop(String inspectionId) {
    return Map.of("id", inspectionId, "n", "1");
  }

  private void rechecks() {
    add("getRecheckLoad", ValidRequests::plain);
    add("getCoverage", ValidRequests::plain);
    add("listCoverageOfSubdistricts", ValidRequests::plain);
    add("listVisits", ValidRequests::plain);
    add("listObligations", ValidRequests::plain);
    add("listDayTasks", ValidRequests::plain);
    add("estimateUnseenProblems", ValidRequests::plain);
    for (String name : Set.of("getReportFigures", "listReportLines", "listReportSubdistricts")) {
      add(name, () -> plain().asking("?from=2026-01-01&to=2026-12-31"));
    }
    add("listKnownProblems", ValidRequests::plain);
    add("listRechecks/OPEN", () -> ofProblem(district.plannedRecheck(), "id"));
    add("listRechecks/DONE", () -> ofProblem(district.passedRecheck(), "id"));
    add("getRecheck/OPEN", () -> ValidRequest.read(id(idOf(district.plannedRecheck()))));
    add("getRecheck/DONE", () -> ValidRequest.read(id(idOf(district.passedRecheck()))));
    add(
        "assignRecheck",
        () ->
            ofPlannedRecheck(
                "{\"inspectors\": [{\"subject\": \"inspector-1\", \"unitCode\": \"%s\"}]}"
                    .formatted(District.OTHER_UNIT)));
    add(
        "waiveRecheckEvidence",
        () -> ofPlannedRecheck("{\"evidence\": [\"PHOTO\"], \"reason\": \"现场断电\"}"));
    add(
        "giveRecheckOutcome",
        () -> ofPlannedRecheck("{\"outcome\": \"PASSED\", \"note\": \"现场已清空\"}"));
    add("listWriteOffs", () -> ofProblem(district.passedRecheck(), "problemId"));
  }

  private ValidRequest ofPlannedRecheck(String body) {
    return ValidRequest.act(id(idOf(district.plannedRecheck())), body, 200);
  }

  /** A list of one problem's records, told by one of their fields. */
  private static ValidRequest ofProblem(JsonNode recheck, String field) {
    return ValidRequest.list(
        "?problemId=" + recheck.path("problemId").asText(), recheck.path(field).asText());
  }

  private void operations() {
    add("readMe", ValidRequests::plain);
    byName.put("listDeadLetters", service -> ValidRequest.list("", district.deadLetter(service)));
    byName.put(
        "discardDeadLetter",
        service -> ValidRequest.act(id(district.deadLetter(service)), null, 204));
    // What was broken when it came is still broken.
    byName.put(
        "replayDeadLetter",
        service -> ValidRequest.act(id(district.deadLetter(service)), null, 409));
  }
}
