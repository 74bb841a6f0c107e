package org.bihuan.inspection.report;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.Event;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.IntakeEvent.ProblemMerged;
import org.bihuan.contract.MeetingEvent.MeetingHeld;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Callers;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a district reports upward about a period. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class ReportTest {

  private static final String FIGURES = "/api/v1/reports/figures";
  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "special-team");

  @Inject DataSource database;

  private static ValidatableResponse figures(String from, String to) {
    return team()
        .get(FIGURES + "?from=" + from + "&to=" + to)
        .then()
        .statusCode(200)
        .body("from", equalTo(from))
        .body("to", equalTo(to));
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(DistrictTime.ZONE).toInstant();
  }

  private static ItemIssued issued(UUID order, OrderKind kind, Instant at) {
    return new ItemIssued(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        order,
        "创督〔2001〕1号",
        null,
        new UnitName(Callers.LEAD_UNIT, "市场服务建设一中心"),
        List.of(),
        DeadlineClass.GENERAL,
        at.plusSeconds(172_800),
        "default",
        at,
        TEAM,
        null,
        kind);
  }

  private static MeetingHeld held(UUID meeting, MeetingKind kind, Instant scheduledAt) {
    return new MeetingHeld(meeting, kind, scheduledAt, scheduledAt.plusSeconds(86_400), TEAM);
  }

  private static ProblemFiled filed(UUID problem, Instant at) {
    return new ProblemFiled(
        problem,
        "P-2001-000001",
        UUID.randomUUID(),
        null,
        "占道经营",
        "摊贩占道",
        SourceKind.CITIZEN,
        "STREET_OCCUPATION",
        DeadlineClass.GENERAL,
        new Place("示例路 12 号", SUBDISTRICT, null, null, null),
        at,
        at,
        TEAM);
  }

  private static ItemCancelled cancelled(UUID problem, Instant at) {
    return new ItemCancelled(UUID.randomUUID(), problem, 2, at, TEAM);
  }

  /** Tells each fact twice, as the broker may. */
  private static void tellTwice(Event... facts) {
    for (Event fact : facts) {
      UUID id = UUID.randomUUID();
      Facts.tell(fact, id);
      Facts.tell(fact, id);
    }
  }

  private static void awaitFigure(String from, String to, String figure, int value) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> figures(from, to).extract().path(figure), equalTo(value));
  }

  private void inspected(String method, String tier, String subdistrict, String day)
      throws SQLException {
    UUID id = UUID.randomUUID();
    Instant at = noon(day);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into inspection (id, version, tier, method, status, planned_for, planned_at, planned_by_role,
            planned_by_subject, started_at)
          values ('%s', 0, '%s', '%s', 'STARTED', '%s', '%s', 'SPECIAL_TEAM', 'past', '%s')
          """
              .formatted(id, tier, method, at.minusSeconds(864_000), at, at));
      statement.executeUpdate(
          """
          insert into inspection_stop (inspection_id, number, subdistrict_code, place, visited_at)
          values ('%s', 1, '%s', '桑梓路', '%s')
          """
              .formatted(id, subdistrict, at));
    }
  }

  @Test
  void orders_count_once_by_kind_however_often_and_with_how_many_items_they_are_told() {
    UUID special = UUID.randomUUID();
    Instant day = noon("2001-03-05");
    tellTwice(
        issued(special, OrderKind.SPECIAL, day),
        issued(special, OrderKind.SPECIAL, day),
        issued(UUID.randomUUID(), OrderKind.ROUTINE, day),
        issued(UUID.randomUUID(), OrderKind.BULLETIN, noon("2001-03-06")),
        issued(UUID.randomUUID(), null, day),
        issued(UUID.randomUUID(), OrderKind.ROUTINE, noon("2001-03-09")));
    awaitFigure("2001-03-09", "2001-03-09", "orders.issued.value", 1);
    figures("2001-03-05", "2001-03-06")
        .body("orders.issued.value", equalTo(3))
        .body(
            "orders.issued.list",
            containsString("/api/v1/orders?from=2001-03-04T16:00:00Z&to=2001-03-06T16:00:00Z"))
        .body("orders.SPECIAL.value", equalTo(1))
        .body("orders.SPECIAL.list", containsString("&kind=SPECIAL"))
        .body("orders.ROUTINE.value", equalTo(1))
        .body("orders.BULLETIN.value", equalTo(1));
  }

  @Test
  void meetings_count_by_kind_on_the_day_they_were_called_for() {
    UUID committee = UUID.randomUUID();
    Instant lastMinute =
        LocalDate.parse("2001-04-10").atTime(23, 59).atZone(DistrictTime.ZONE).toInstant();
    tellTwice(
        held(committee, MeetingKind.STANDING_COMMITTEE, lastMinute),
        held(UUID.randomUUID(), MeetingKind.ONSITE, noon("2001-04-10")),
        held(UUID.randomUUID(), MeetingKind.ONSITE, noon("2001-04-11")));
    awaitFigure("2001-04-11", "2001-04-11", "meetings.held.value", 1);
    figures("2001-04-10", "2001-04-10")
        .body("meetings.held.value", equalTo(2))
        .body("meetings.STANDING_COMMITTEE.value", equalTo(1))
        .body("meetings.ONSITE.value", equalTo(1))
        .body("meetings.ONSITE.list", containsString("status=HELD&kind=ONSITE"))
        .body("meetings.THEMATIC.value", equalTo(0));
  }

  @Test
  void a_problem_is_open_until_it_ends_in_whatever_order_that_is_told() {
    UUID open = UUID.randomUUID();
    UUID merged = UUID.randomUUID();
    UUID cancelled = UUID.randomUUID();
    Instant day = noon("2001-05-07");
    tellTwice(cancelled(cancelled, day.plusSeconds(60)));
    tellTwice(filed(open, day));
    tellTwice(filed(merged, day));
    tellTwice(new ProblemMerged(merged, open, "P-2001-000002", day.plusSeconds(60), TEAM));
    tellTwice(filed(cancelled, day));
    awaitFigure("2001-05-07", "2001-05-07", "problems.filed.value", 3);
    awaitFigure("2001-05-07", "2001-05-07", "problems.open.value", 1);
    figures("2001-05-07", "2001-05-07")
        .body("problems.open.list", containsString("status=OPEN&status=DISPATCHED"));
  }

  @Test
  void the_database_keeps_what_was_told() throws SQLException {
    UUID order = UUID.randomUUID();
    UUID problem = UUID.randomUUID();
    Instant day = noon("2001-10-08");
    Facts.tell(issued(order, OrderKind.SPECIAL, day));
    Facts.tell(filed(problem, day), cancelled(problem, day));
    awaitFigure("2001-10-08", "2001-10-08", "orders.issued.value", 1);
    awaitFigure("2001-10-08", "2001-10-08", "problems.filed.value", 1);
    awaitFigure("2001-10-08", "2001-10-08", "problems.open.value", 0);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String forged :
          List.of(
              "update told_record set day = '2001-10-09' where id = '" + order + "'",
              "delete from told_record where id = '" + order + "'",
              "update told_problem set filed_day = '2001-10-09' where id = '" + problem + "'",
              "update told_problem set filed_day = null where id = '" + problem + "'",
              "update told_problem set ended = false where id = '" + problem + "'",
              "delete from told_problem where id = '" + problem + "'")) {
        assertThrows(SQLException.class, () -> statement.executeUpdate(forged), forged);
      }
    }
    figures("2001-10-08", "2001-10-08").body("problems.open.value", equalTo(0));
  }

  @Test
  void field_studies_are_no_special_inspections_and_both_are_of_a_tier() throws SQLException {
    inspected("UNANNOUNCED", "AREA", SUBDISTRICT, "2001-06-04");
    inspected("DESK", "LINE", SUBDISTRICT, "2001-06-05");
    inspected("FIELD_STUDY", "FRONTLINE", OTHER_SUBDISTRICT, "2001-06-06");
    inspected("FIELD_STUDY", "FRONTLINE", OTHER_SUBDISTRICT, "2001-06-08");
    figures("2001-06-04", "2001-06-06")
        .body("inspections.special.value", equalTo(2))
        .body("inspections.fieldStudies.value", equalTo(1))
        .body("inspections.FRONTLINE.value", equalTo(1))
        .body("inspections.LINE.value", equalTo(1))
        .body("inspections.AREA.value", equalTo(1));
  }

  @Test
  void coverage_is_the_share_of_sub_districts_with_a_visit_in_the_period() throws SQLException {
    PlannedInspection.publishReferenceData();
    inspected("UNANNOUNCED", "AREA", SUBDISTRICT, "2001-07-02");
    inspected("UNANNOUNCED", "AREA", SUBDISTRICT, "2001-07-03");
    inspected("UNANNOUNCED", "AREA", OTHER_SUBDISTRICT, "2001-07-04");
    int all = team().get("/api/v1/coverage").jsonPath().getList("subdistricts").size();
    figures("2001-07-02", "2001-07-04")
        .body("covered.numerator", equalTo(2))
        .body("covered.denominator", equalTo(all));
    team()
        .get("/api/v1/reports/subdistricts?from=2001-07-02&to=2001-07-03&covered=true")
        .then()
        .statusCode(200)
        .body("items.code", equalTo(List.of(SUBDISTRICT)))
        .body("items[0].visits.value", equalTo(2))
        .body("items[0].lastVisitAt", equalTo("2001-07-03T04:00:00Z"));
    team()
        .get("/api/v1/reports/subdistricts?from=2001-07-02&to=2001-07-03&covered=false")
        .then()
        .body("items.code", hasItem(OTHER_SUBDISTRICT))
        .body("items.visits.value", everyItem(equalTo(0)))
        .body("items.lastVisitAt", everyItem(nullValue()));
  }

  /** Whatever the period, and whether or not the tallies of its days are added up yet. */
  @Test
  void every_figure_is_the_length_of_the_list_behind_it_in_any_period() throws SQLException {
    Random random = new Random(20_010_801);
    LocalDate first = LocalDate.parse("2001-08-01");
    List<String> methods = new ArrayList<>(List.of("UNANNOUNCED", "FIELD_STUDY", "COVERT"));
    for (int i = 0; i < 40; i++) {
      Collections.shuffle(methods, random);
      inspected(
          methods.get(0),
          List.of("FRONTLINE", "LINE", "AREA").get(random.nextInt(3)),
          random.nextBoolean() ? SUBDISTRICT : OTHER_SUBDISTRICT,
          first.plusDays(random.nextInt(30)).toString());
    }
    for (int i = 0; i < 8; i++) {
      LocalDate from = first.plusDays(random.nextInt(30));
      assertListsFit(from, from.plusDays(random.nextInt(20)));
    }
    LocalDate today = DistrictTime.day(Instant.now());
    judged("PASSED");
    judged("NOT_RECTIFIED");
    PlannedInspection.started();
    for (int i = 0; i < 3; i++) {
      assertListsFit(today.minusDays(1), today.plusDays(1));
    }
    int passed =
        figures(today.minusDays(1).toString(), today.plusDays(1).toString())
            .extract()
            .path("rechecks.passed.numerator");
    assertTrue(passed > 0);
  }

  private static void judged(String outcome) {
    String recheck = AcceptedReply.first().recheck();
    inspector()
        .body("{\"outcome\":\"" + outcome + "\",\"note\":\"现场已查看\"}")
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(200);
  }

  private static void assertListsFit(LocalDate from, LocalDate to) {
    List<Map<String, Object>> lines =
        team()
            .get("/api/v1/reports/lines?from=" + from + "&to=" + to)
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    assertEquals(ReportItem.values().length, lines.size());
    int asked = 0;
    for (Map<String, Object> line : lines) {
      String list = (String) line.get("list");
      if (!list.matches("/api/v1/(orders|problems|meetings)\\?.*")) {
        Object rows = line.get("denominator") == null ? line.get("value") : line.get("numerator");
        int total =
            team().get(list + "&count=exact").then().statusCode(200).extract().path("total");
        assertEquals(total, ((Number) rows).intValue(), list);
        asked++;
      }
    }
    assertEquals(10, asked);
  }

  @Test
  void the_sheet_says_in_chinese_what_is_reported_upward() throws SQLException {
    inspected("FIELD_STUDY", "FRONTLINE", SUBDISTRICT, "2001-09-03");
    String sheet =
        new String(
            team()
                .accept(Sheet.CSV)
                .header("Accept-Language", "zh-CN")
                .get("/api/v1/reports/lines?from=2001-09-03&to=2001-09-03")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray(),
            StandardCharsets.UTF_8);
    assertTrue(sheet.contains("指标,数值（占比为 %）,分子,分母,明细"), sheet);
    assertTrue(sheet.contains("调研（次）,1,"), sheet);
    assertTrue(sheet.contains("回头看通过率（%）,,0,0,"), sheet);
  }

  @ParameterizedTest
  @CsvSource({
    "'', from, required",
    "'?from=2026-01-01', to, required",
    "'?from=2026-01-02&to=2026-01-01', from, period-empty",
    "'?from=2020-01-01&to=2023-01-01', to, period-too-long",
    "'?from=2026-01&to=2026-01-31', from, day"
  })
  void a_period_is_two_days_in_their_order_and_at_most_three_years(
      String query, String field, String code) {
    for (String path : List.of("figures", "lines", "subdistricts")) {
      team()
          .get("/api/v1/reports/" + path + query)
          .then()
          .statusCode(400)
          .body("errors.find { it.field == '" + field + "' }.code", equalTo(code));
    }
    figures("2020-01-02", "2023-01-01");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"UNIT_HANDLER", "UNIT_LEADER", "SUBDISTRICT", "INSPECTOR", "CHANNEL_CLERK"})
  void figures_are_for_those_who_may_read_every_list_behind_them(Role role) {
    as(role).get(FIGURES + "?from=2026-01-01&to=2026-01-31").then().statusCode(403);
  }
}
