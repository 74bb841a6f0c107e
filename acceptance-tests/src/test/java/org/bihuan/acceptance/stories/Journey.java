package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** What people of the district do in its stories, a verb each; {@link Loop} takes the usual way. */
final class Journey {

  static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  static final Identity INSPECTOR = Identity.of(Role.INSPECTOR);
  static final String MEETINGS = "/api/v1/meetings";

  private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

  private final Loop loop;

  Journey(Loop loop) {
    this.loop = loop;
  }

  static Identity handlerOf(String unit) {
    return Identity.of(Role.UNIT_HANDLER).ofUnit(unit);
  }

  /** The special team enters what came from above; id of the problem it becomes. */
  String entered(String source, String categoryCode, String text) {
    Response complaint =
        loop.intake(TEAM)
            .body(
                """
                {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "%s", "categoryCode": "%s", "text": "%s",
                 "location": {"address": "示例路 %s", "subdistrictCode": "370203021"}}
                """
                    .formatted(source, categoryCode, text, UUID.randomUUID()))
            .post("/api/v1/complaints");
    complaint.then().statusCode(201).body("sourceKind", equalTo(source));
    return loop.problemOf(complaint);
  }

  /** A line of an order. */
  static String line(String problem, String deadlineClass, String demand) {
    return "{\"problemId\": \"%s\", \"deadlineClass\": \"%s\", \"demand\": \"%s\"}"
        .formatted(problem, deadlineClass, demand);
  }

  /** One order of the special team to a unit, by whatever name, that settles it alone. */
  JsonPath ordered(String unit, String basis, String... lines) {
    return ordered(unit, List.of(), basis, lines);
  }

  /** The same with units that help. */
  JsonPath ordered(String unit, List<String> joint, String basis, String... lines) {
    String help = joint.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
    return loop.dispatch(TEAM)
        .body(
            """
            {"kind": "SPECIAL", "basis": "%s", "leadUnitCode": "%s", "jointUnitCodes": [%s],
             "urgency": "URGENT", "items": [%s]}
            """
                .formatted(basis, unit, help, String.join(", ", lines)))
        .post("/api/v1/orders")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** Asks something of an item; whether that is granted is for the story to say. */
  Response ask(Identity who, Item item, String action, String json) {
    return loop.dispatch(who).body(json).post("/api/v1/order-items/" + item.id() + action);
  }

  /** The item, or what it has below it, as somebody reads it now. */
  JsonPath read(Identity who, Item item, String below) {
    return loop.dispatch(who)
        .get("/api/v1/order-items/" + item.id() + below)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The special team calls units, by whatever name, to speak about items; id of the meeting. */
  String called(String kind, Instant at, List<String> units, Item... agenda) {
    return loop.dispatch(TEAM)
        .body(
            """
            {"kind": "%s", "scheduledAt": "%s", "place": "专班会议室", "attendees": [%s], "agenda": [%s]}
            """
                .formatted(
                    kind,
                    at,
                    objects("unitCode", units.stream()),
                    objects("orderItemId", Stream.of(agenda).map(Item::id))))
        .post(MEETINGS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String objects(String property, Stream<String> values) {
    return values
        .map(value -> "{\"%s\": \"%s\"}".formatted(property, value))
        .collect(Collectors.joining(", "));
  }

  /** A meeting that all of them came to. */
  String held(String kind, List<String> units, Item... agenda) {
    String meeting = called(kind, Instant.now().minusSeconds(60), units, agenda);
    hold(meeting, units.size());
    return meeting;
  }

  void hold(String meeting, int attendees) {
    String all =
        IntStream.rangeClosed(1, attendees)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    loop.dispatch(TEAM)
        .body("{\"attended\": [" + all + "]}")
        .post(MEETINGS + "/" + meeting + "/holding")
        .then()
        .statusCode(200)
        .body("status", equalTo("HELD"));
  }

  /**
   * A meeting decides.
   *
   * @param about an item of its agenda, or {@code null}
   * @param more further properties, each with a comma before it
   */
  JsonPath decided(String meeting, Item about, String kind, String text, String more) {
    String item = about == null ? "" : "\"orderItemId\": \"" + about.id() + "\", ";
    return loop.dispatch(TEAM)
        .body("{%s\"kind\": \"%s\", \"text\": \"%s\"%s}".formatted(item, kind, text, more))
        .post(MEETINGS + "/" + meeting + "/decisions")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** The lead unit files a plan of its own for one item (一事一策). */
  void planned(Item item, LocalDate until) {
    loop.dispatch(item.handler())
        .body(
            """
            {"steps": [{"text": "分段施工", "from": "%s", "to": "%s", "responsiblePerson": "经办人甲"}],
             "responsiblePerson": "科室负责人", "plannedDays": 30,
             "costEstimate": {"amount": "120000.00", "currency": "CNY"}}
            """
                .formatted(today(), until))
        .put("/api/v1/order-items/" + item.id() + "/plan")
        .then()
        .statusCode(200);
  }

  /**
   * A campaign for many years, as soon as dispatch was told of its categories; its path.
   *
   * @param categories codes, in quotes and with commas between
   */
  String campaign(String code, String name, String categories, int target) {
    String body =
        """
        {"code": "%s", "name": "%s", "categories": [%s], "from": "2026-01-01", "to": "2099-12-31",
         "target": %d}
        """
            .formatted(code, name, categories, target);
    Response created =
        await()
            .atMost(Loop.PATIENCE)
            .until(
                () -> loop.dispatch(TEAM).body(body).post("/api/v1/campaigns"),
                answer -> answer.statusCode() != 400);
    return "/api/v1/campaigns/" + created.then().statusCode(201).extract().path("id");
  }

  /** The target list of a campaign: tried out until all that it names is known, then imported. */
  void listed(String campaign, int points, String csv) {
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () -> imported(campaign, csv, true).then().body("faults", equalTo(List.of())));
    imported(campaign, csv, false)
        .then()
        .statusCode(200)
        .body("stored", equalTo(true))
        .body("created", equalTo(points));
  }

  /** What a target list is answered. */
  Response imported(String campaign, String csv, boolean dryRun) {
    return loop.dispatch(TEAM)
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(campaign + "/target-list?dryRun=" + dryRun);
  }

  /** A point of a target list by its number, as the special team reads it. */
  JsonPath point(String campaign, String number) {
    String id =
        loop.dispatch(TEAM)
            .get(campaign + "/points?limit=200")
            .path("items.find { it.number == '%s' }.id".formatted(number));
    return loop.dispatch(TEAM)
        .get(campaign + "/points/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Somebody was at a point, and something is to be done there. */
  void surveyed(Identity who, String campaign, String number) {
    at(who, campaign, number, "/surveys", "{\"result\": \"NEEDS_WORK\", \"finding\": \"现场属实\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("SURVEYED"));
  }

  /** An item is there for a point; whether that is granted is for the story to say. */
  Response started(String campaign, String number, Item item) {
    return at(TEAM, campaign, number, "/item", "{\"orderItemId\": \"" + item.id() + "\"}");
  }

  /** Does something at a point. */
  Response at(Identity who, String campaign, String number, String action, String json) {
    String point = campaign + "/points/" + point(campaign, number).getString("id");
    return loop.dispatch(who).body(json).post(point + action);
  }

  /** How far a campaign is. */
  JsonPath progress(String campaign, String query) {
    return loop.dispatch(TEAM)
        .get(campaign + "/progress" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** From a final reply, which was given, to the write-off on the spot. */
  void confirmed(Item item, String problem, String reply) {
    loop.review(item, reply, Map.of("decision", "ACCEPTED")).then().statusCode(200);
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitItem(problem, "WRITTEN_OFF");
    loop.awaitProblem(problem, "WRITTEN_OFF");
  }

  /** From an acknowledged item to the write-off on the spot. */
  void writtenOff(Item item, String problem) {
    Response reply = loop.reply(item);
    reply.then().statusCode(201);
    confirmed(item, problem, reply.path("id"));
  }

  /** The problem on the ledger, once it shows a value that another service has told. */
  JsonPath awaitOnLedger(String problem, String property, Object value) {
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(() -> loop.problem(problem).then().body(property, equalTo(value)));
    return loop.problem(problem).jsonPath();
  }

  /** What happened to a problem, in order. */
  List<String> kinds(String problem) {
    return loop.intake(TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .jsonPath()
        .getList("kind");
  }

  static LocalDate today() {
    return LocalDate.now(DISTRICT);
  }

  static LocalDate day(String moment) {
    return LocalDate.ofInstant(Instant.parse(moment), DISTRICT);
  }

  /** The property {@code dueOn} of a decision. */
  static String dueOn(LocalDate day) {
    return ", \"dueOn\": \"" + day + "\"";
  }

  /** How long the unit was given. */
  static Duration limit(Item item) {
    return Duration.between(
        Instant.parse(item.text("issuedAt")), Instant.parse(item.text("dueAt")));
  }
}
