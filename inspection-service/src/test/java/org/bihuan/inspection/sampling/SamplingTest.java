package org.bihuan.inspection.sampling;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Event;
import org.bihuan.contract.EvidenceRule;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.contract.ReferenceEvent.UnitPublished;
import org.bihuan.contract.SourceKind;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lots of a unit of each test's own, of a size that a test can visit. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class SamplingTest {

  @Inject DataSource dataSource;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MEMBERS = 30;
  private static final String LOTS = "/api/v1/recheck-lots";

  private final String unit =
      "LOT_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private final List<AcceptedReply> replies = new ArrayList<>();

  @BeforeEach
  void publishUnit() {
    Facts.tell(
        new CategoryPublished(
            "LOT_PHOTO_REQUIRED",
            "须有照片",
            DeadlineClass.GENERAL,
            true,
            EvidenceRule.REQUIRED,
            null,
            null),
        new UnitPublished(unit, unit, List.of(), null, true, null));
    await().atMost(PATIENCE).until(() -> planned("").statusCode() == 200);
  }

  private Response planned(String filter) {
    return team().get("/api/v1/rechecks?count=exact&limit=100&unitCode=" + unit + filter);
  }

  private void plan(int count) {
    List<AcceptedReply> fresh =
        Stream.generate(() -> AcceptedReply.first().ofUnit(unit)).limit(count).toList();
    replies.addAll(fresh);
    tell(fresh);
  }

  private void tell(List<AcceptedReply> accepted) {
    int before = planned("").path("total");
    Facts.tell(accepted.stream().map(AcceptedReply::fact).toArray(Event[]::new));
    await()
        .atMost(PATIENCE)
        .until(() -> planned("").path("total").equals(before + accepted.size()));
  }

  private Response open() {
    return team()
        .body("{\"unitCode\": \"%s\", \"deadlineClass\": \"GENERAL\"}".formatted(unit))
        .post(LOTS);
  }

  private JsonPath opened() {
    return open().then().statusCode(201).extract().jsonPath();
  }

  private static Response outcome(String id, String outcome) {
    return inspector("inspector-1", OTHER_UNIT)
        .body("{\"outcome\": \"%s\", \"note\": \"现场情况\"}".formatted(outcome))
        .post("/api/v1/rechecks/" + id + "/outcome");
  }

  private JsonPath lot() {
    return team()
        .get("/api/v1/rechecks/sampling?class=GENERAL&unitCode=" + unit)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void before_a_lot_is_opened_it_says_what_one_would_be() {
    plan(MEMBERS);
    JsonPath supposed = lot();
    assertEquals(MEMBERS, supposed.getInt("population"));
    assertEquals("NORMAL", supposed.getString("mode"));
    assertEquals(supposed.getInt("acceptance") + 1, supposed.getInt("rejection"));
    assertTrue(supposed.getInt("size") < MEMBERS);
    assertNull(supposed.getString("seed"));
    assertNull(supposed.getString("verdict"));
    JsonPath lot = opened();
    assertEquals(supposed.getInt("size"), lot.getInt("size"));
    assertEquals(supposed.getInt("acceptance"), lot.getInt("acceptance"));
  }

  @Test
  void anybody_can_draw_again_from_what_is_published() {
    plan(MEMBERS);
    JsonPath lot = opened();
    List<UUID> members = lot.<String>getList("members").stream().map(UUID::fromString).toList();
    assertEquals(MEMBERS, members.size());
    List<String> again =
        Draw.order(members, lot.getString("seed")).stream()
            .limit(lot.getInt("size"))
            .map(UUID::toString)
            .toList();
    assertEquals(again, lot.getList("drawn"));
    planned("&lotId=" + lot.getString("id") + "&drawn=true")
        .then()
        .body("total", equalTo(lot.getInt("size")));
    planned("&held=true").then().body("total", equalTo(MEMBERS - lot.getInt("size")));
  }

  @Test
  void a_good_sample_writes_the_whole_lot_off_and_says_so() {
    plan(MEMBERS);
    JsonPath lot = opened();
    List<String> drawn = lot.getList("drawn");
    for (String id : drawn.subList(0, drawn.size() - 1)) {
      outcome(id, "PASSED").then().statusCode(200);
    }
    assertEquals("OPEN", lot().getString("verdict"));
    planned("&held=true").then().body("total", equalTo(MEMBERS - drawn.size()));
    outcome(drawn.get(drawn.size() - 1), "PASSED").then().statusCode(200);
    JsonPath decided = lot();
    assertEquals("ACCEPTED", decided.getString("verdict"));
    assertEquals(drawn.size(), decided.getInt("passed"));
    assertEquals(1.0, decided.getDouble("rate"));
    assertTrue(decided.getDouble("interval[0]") > 0.8);
    team()
        .get("/api/v1/write-offs?count=exact&unitCode=" + unit)
        .then()
        .body("total", equalTo(MEMBERS));
    String waiting = planned("&lotId=" + lot.getString("id") + "&drawn=false").path("items[0].id");
    JsonPath passed = team().get("/api/v1/rechecks/" + waiting).jsonPath();
    assertEquals("PASSED", passed.getString("outcome"));
    assertEquals("SYSTEM", passed.getString("doneBy.role"));
    team()
        .get("/api/v1/write-offs?itemId=" + passed.getString("itemId"))
        .then()
        .body("items[0].lotId", equalTo(lot.getString("id")));
    team()
        .get(
            "/api/v1/write-offs?itemId="
                + team().get("/api/v1/rechecks/" + drawn.get(0)).path("itemId"))
        .then()
        .body("items[0].lotId", nullValue());
    assertNull(passed.getString("missingEvidence"));
    RecheckPassed told =
        assertInstanceOf(
            RecheckPassed.class, Facts.toldAbout(passed.getString("problemId"), 3).get(1));
    assertEquals(lot.getString("id"), told.lotId().toString());
    JsonPath visited = team().get("/api/v1/rechecks/" + drawn.get(0)).jsonPath();
    RecheckPassed seen =
        assertInstanceOf(
            RecheckPassed.class, Facts.toldAbout(visited.getString("problemId"), 3).get(1));
    assertNull(seen.lotId());
  }

  @Test
  void too_many_failures_and_everything_is_visited() {
    plan(MEMBERS);
    JsonPath lot = opened();
    List<String> drawn = lot.getList("drawn");
    for (int i = 0; i < lot.getInt("rejection"); i++) {
      outcome(drawn.get(i), "NOT_RECTIFIED").then().statusCode(200);
    }
    assertEquals("REJECTED", lot().getString("verdict"));
    planned("&held=true").then().body("total", equalTo(0));
    team().get("/api/v1/write-offs?unitCode=" + unit).then().body("items", empty());
    String released = planned("&lotId=" + lot.getString("id") + "&drawn=false").path("items[0].id");
    outcome(released, "PASSED").then().statusCode(200);
    RecheckPassed told =
        assertInstanceOf(
            RecheckPassed.class,
            Facts.toldAbout(team().get("/api/v1/rechecks/" + released).path("problemId"), 3)
                .get(1));
    assertNull(told.lotId());
    outcome(drawn.get(drawn.size() - 1), "PASSED").then().statusCode(200);
    assertEquals("REJECTED", lot().getString("verdict"));
  }

  @Test
  void what_a_lot_decides_about_is_not_visited_or_assigned() {
    plan(MEMBERS);
    opened();
    String held = planned("&held=true").path("items[0].id");
    outcome(held, "PASSED").then().statusCode(409).body("code", equalTo("held-by-lot"));
    team()
        .body("{\"inspectors\":[{\"subject\":\"inspector-1\",\"unitCode\":\"BIG_DATA_BUREAU\"}]}")
        .post("/api/v1/rechecks/" + held + "/assignment")
        .then()
        .statusCode(409)
        .body("code", equalTo("held-by-lot"));
    team()
        .body("{\"evidence\":[\"PHOTO\"],\"reason\":\"远\"}")
        .post("/api/v1/rechecks/" + held + "/evidence-waiver")
        .then()
        .statusCode(409)
        .body("code", equalTo("held-by-lot"));
    inspector("inspector-1", OTHER_UNIT)
        .get("/api/v1/rechecks/" + held)
        .then()
        .body("allowedActions", empty());
  }

  @Test
  void hard_and_leaders_cases_and_what_needs_evidence_or_time_are_visited_one_by_one() {
    plan(MEMBERS);
    AcceptedReply plain = AcceptedReply.first().ofUnit(unit);
    tell(
        List.of(
            AcceptedReply.first().ofUnit(unit).from(SourceKind.MEDIA_EXPOSURE),
            AcceptedReply.first().ofUnit(unit).from(SourceKind.LEADER_ON_SITE),
            AcceptedReply.first().ofUnit(unit).from(SourceKind.CITY_COVERT_CHECK),
            AcceptedReply.first().ofUnit(unit).from(SourceKind.RELAPSE),
            AcceptedReply.first().ofUnit(unit).from(null),
            AcceptedReply.first().ofUnit(unit).ofHardCase(),
            AcceptedReply.first().ofUnit(unit).ofCategory("LOT_PHOTO_REQUIRED"),
            AcceptedReply.first().ofUnit(unit).ofCategory("SANITATION"),
            plain.ofRound(1)));
    JsonPath lot = opened();
    assertEquals(MEMBERS, lot.getInt("population"));
    planned("&drawn=false&held=false").then().body("total", equalTo(9));
  }

  @Test
  void when_one_that_was_drawn_is_called_off_the_next_is_visited_instead() {
    plan(MEMBERS);
    JsonPath lot = opened();
    List<String> drawn = lot.getList("drawn");
    String next =
        Draw.order(
                lot.<String>getList("members").stream().map(UUID::fromString).toList(),
                lot.getString("seed"))
            .get(lot.getInt("size"))
            .toString();
    String problem = team().get("/api/v1/rechecks/" + drawn.get(0)).path("problemId");
    AcceptedReply off =
        replies.stream()
            .filter(reply -> reply.problemId().toString().equals(problem))
            .findFirst()
            .orElseThrow();
    Facts.tell(off.cancellation());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> team().get(LOTS + "/" + lot.getString("id")).then().body("drawn", hasItem(next)));
    for (String id : lot.<String>getList("drawn").subList(1, drawn.size())) {
      outcome(id, "PASSED").then().statusCode(200);
    }
    assertEquals("OPEN", lot().getString("verdict"));
    outcome(next, "PASSED").then().statusCode(200);
    assertEquals("ACCEPTED", lot().getString("verdict"));
    team()
        .get("/api/v1/write-offs?count=exact&unitCode=" + unit)
        .then()
        .body("total", equalTo(MEMBERS - 1));
  }

  @Test
  void a_week_has_one_lot_and_a_lot_is_large_enough() {
    plan(9);
    open().then().statusCode(409).body("code", equalTo("lot-too-small"));
    plan(MEMBERS);
    opened();
    open().then().statusCode(409).body("code", equalTo("lot-exists"));
    team()
        .body("{\"unitCode\": \"NO_SUCH_UNIT\", \"deadlineClass\": \"GENERAL\"}")
        .post(LOTS)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
    team()
        .get("/api/v1/rechecks/sampling?class=FACILITY&unitCode=" + unit)
        .then()
        .statusCode(404)
        .body("code", equalTo("lot-not-found"));
    team().get(LOTS + "/" + UUID.randomUUID()).then().statusCode(404);
    team()
        .get("/api/v1/rechecks/sampling?class=GENERAL&period=2026-48&unitCode=" + unit)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("pattern"));
    team().get(LOTS + "?unitCode=" + unit).then().body("items", hasSize(1));
    team().get(LOTS + "?period=1999-W01").then().body("items", empty());
  }

  /** Weeks cannot be waited for: lots of earlier ones are put there as they would have ended. */
  private void failedLots(int count) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into lot (id, version, status, unit_code, deadline_class, period, mode, population, size, acceptance,
                  error, confidence, tolerable, risk, seed, visited, passed, opened_at, opened_by_role, opened_by_subject, decided_at)
                values (gen_random_uuid(), 0, 'REJECTED', ?, 'GENERAL', ?, 'NORMAL', 30, 24, 0, 0.1, 0.95, 0.1, 0.05,
                  '0123456789abcdef0123456789abcdef', 1, 0, now(), 'SPECIAL_TEAM', 'team', now() - interval '1 hour')
                """)) {
      for (int week = 10; week < 10 + count; week++) {
        statement.setString(1, unit);
        statement.setString(2, "2025-W" + week);
        statement.executeUpdate();
      }
    }
  }

  @Test
  void after_seven_failed_lots_there_is_one_again_only_with_a_reason_and_tightened()
      throws SQLException {
    plan(MEMBERS);
    failedLots(7);
    JsonPath supposed = lot();
    assertEquals("SUSPENDED", supposed.getString("mode"));
    assertEquals(0.025, supposed.getDouble("risk"));
    open().then().statusCode(409).body("code", equalTo("sampling-suspended"));
    JsonPath lot =
        team()
            .body(
                "{\"unitCode\": \"%s\", \"deadlineClass\": \"GENERAL\", \"resumeReason\": \"已约谈并整改\"}"
                    .formatted(unit))
            .post(LOTS)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    assertEquals("TIGHTENED", lot.getString("mode"));
    assertEquals("已约谈并整改", lot.getString("resumeReason"));
    assertEquals(supposed.getInt("acceptance"), lot.getInt("acceptance"));
  }

  private void assertUnseen(Identity who, String lot) {
    as(who).get(LOTS + "/" + lot).then().statusCode(404);
    as(who).get(LOTS + "?unitCode=" + unit).then().body("items", empty());
    as(who).get("/api/v1/rechecks/sampling?class=GENERAL&unitCode=" + unit).then().statusCode(404);
  }

  @Test
  void a_unit_does_not_foresee_who_is_visited() {
    plan(MEMBERS);
    JsonPath lot = opened();
    unit(unit).get("/api/v1/rechecks?lotId=" + lot.getString("id")).then().body("items", empty());
    Identity also = Identity.of(Role.UNIT_HANDLER).ofUnit(unit).alsoAs(Role.INSPECTOR);
    as(also).get("/api/v1/rechecks?lotId=" + lot.getString("id")).then().body("items", empty());
    assertUnseen(also, lot.getString("id"));
    String below = unit + "_BELOW";
    Facts.tell(new UnitPublished(below, below, List.of(), unit, true, null));
    await()
        .atMost(PATIENCE)
        .until(() -> team().get(LOTS + "?unitCode=" + below).statusCode() == 200);
    assertUnseen(also.ofUnit(below), lot.getString("id"));
    unit(unit).get(LOTS).then().statusCode(403);
    unit(unit)
        .get("/api/v1/rechecks/sampling?class=GENERAL&unitCode=" + unit)
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void the_special_team_opens_lots_and_those_who_see_the_whole_district_read_them(Role role) {
    Set<Role> bounded =
        EnumSet.of(Role.CHANNEL_CLERK, Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT);
    as(role).get(LOTS).then().statusCode(bounded.contains(role) ? 403 : 200);
    as(role)
        .body("{\"unitCode\": \"NO_SUCH_UNIT\", \"deadlineClass\": \"GENERAL\"}")
        .post(LOTS)
        .then()
        .statusCode(role == Role.SPECIAL_TEAM ? 400 : 403);
  }
}
