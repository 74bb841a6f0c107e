package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits that count working days, the calendar they count by, and what other rules had changed. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class CalendarTest {

  private static final String HOURS =
      "\"officeHours\": [{\"opensAt\": \"09:00\", \"closesAt\": \"17:00\"}]";

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private void moveTo(String moment) {
    Instant then = OffsetDateTime.parse(moment).toInstant();
    clock.forward(Duration.between(clock.instant(), then));
  }

  private static String day(String date, boolean working) {
    return "{\"date\": \"%s\", \"working\": %s, \"name\": \"国庆节\"}".formatted(date, working);
  }

  private String item(DeadlineClass deadlineClass) {
    return district
        .itemOf(district.problem("STREET_OCCUPATION", deadlineClass))
        .getString("items[0].id");
  }

  @Test
  void the_years_that_are_shipped_are_there() {
    as(handlerOf(ENFORCEMENT))
        .get("/api/v1/calendars")
        .then()
        .statusCode(200)
        .body("items.year", hasItems(2025, 2026));
    as(TEAM)
        .get("/api/v1/calendars/2026")
        .then()
        .statusCode(200)
        .body("days.find {it.date == '2026-10-10'}.working", equalTo(true))
        .body("days.find {it.date == '2026-10-01'}.name", equalTo("国庆节"))
        .body("officeHours.opensAt", contains("08:30:00", "13:30:00"));
  }

  @Test
  void a_year_that_nobody_has_loaded_is_not_found() {
    as(TEAM)
        .get("/api/v1/calendars/2061")
        .then()
        .statusCode(404)
        .body("code", equalTo("calendar-not-found"));
    as(TEAM).get("/api/v1/calendars/1999").then().statusCode(400);
  }

  @Test
  void an_administrator_loads_a_year_and_replaces_it_by_its_version() {
    String body = "{%s, \"days\": [%s]}".formatted(HOURS, day("2062-10-02", false));
    as(TEAM).body(body).put("/api/v1/calendars/2062").then().statusCode(403);
    String tag =
        as(ADMIN)
            .body(body)
            .put("/api/v1/calendars/2062")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    as(ADMIN)
        .body(body)
        .put("/api/v1/calendars/2062")
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match-required"));
    as(ADMIN)
        .header("If-Match", tag)
        .body("{%s, \"days\": []}".formatted(HOURS))
        .put("/api/v1/calendars/2062")
        .then()
        .statusCode(200)
        .body("days", hasSize(0));
    as(ADMIN)
        .header("If-Match", tag)
        .body(body)
        .put("/api/v1/calendars/2062")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
  }

  @Test
  void every_fault_of_a_calendar_is_named_at_once() {
    as(ADMIN)
        .body(
            """
            {"officeHours": [{"opensAt": "12:00", "closesAt": "09:00"},
                             {"opensAt": "08:00", "closesAt": "17:00"}],
             "days": [%s, %s, %s]}
            """
                .formatted(
                    day("2062-10-02", false), day("2062-10-02", true), day("2063-10-02", true)))
        .put("/api/v1/calendars/2062")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "officeHours[0].closesAt",
                "officeHours[1].opensAt",
                "days[1].date",
                "days[2].date"))
        .body(
            "errors.code",
            containsInAnyOrder(
                "end-before-start", "office-hours-overlap", "duplicate", "other-year"));
  }

  @Test
  void a_limit_of_working_days_ends_after_the_holidays_and_its_clock_says_why() {
    as(ADMIN)
        .body(
            "{%s, \"days\": [%s, %s, %s, %s, %s, %s]}"
                .formatted(
                    HOURS,
                    day("2029-10-01", false),
                    day("2029-10-02", false),
                    day("2029-10-03", false),
                    day("2029-10-04", false),
                    day("2029-10-05", false),
                    day("2029-10-06", true)))
        .put("/api/v1/calendars/2029")
        .then()
        .statusCode(200);
    as(ADMIN)
        .body(
            """
            {"deadlineClass": "EMERGENCY", "counting": "WORKING_DAYS", "limit": "PT24H",
             "warnAt": 0.75, "reworkShare": 0.5, "validFrom": "2029-01-01T00:00:00Z"}
            """)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(201)
        .body("counting", equalTo("WORKING_DAYS"));
    moveTo("2029-09-28T15:00:00+08:00");
    String id = item(DeadlineClass.EMERGENCY);
    Instant dueAt = ItemActs.instant(ItemActs.get(id, ""), "dueAt");
    Instant expected = OffsetDateTime.parse("2029-10-06T15:00:00+08:00").toInstant();
    assertTrue(Duration.between(expected, dueAt).abs().compareTo(Duration.ofMinutes(2)) < 0);

    moveTo("2029-10-06T10:00:00+08:00");
    JsonPath reading = ItemActs.get(id, "/clock");
    assertEquals("[RUNNING, OFF_HOURS, RUNNING]", reading.getString("segments.kind"));
    assertEquals("[true, false, true]", reading.getString("segments.counted"));
    assertEquals("2029-09-28T16:00:00Z", reading.getString("segments[1].from"));
    assertEquals("2029-10-05T16:00:00Z", reading.getString("segments[1].to"));
    assertEquals("PT24H", reading.getString("limit"));
    assertEquals(
        Duration.ofHours(24),
        Duration.parse(reading.getString("elapsed"))
            .plus(Duration.parse(reading.getString("remaining"))));
    assertEquals("false", reading.getString("calendarEstimated"));
  }

  @Test
  void another_limit_replayed_says_what_would_have_been_late() {
    moveTo("2031-06-02T09:00:00+08:00");
    Instant from = clock.instant();
    String early = item(DeadlineClass.GENERAL);
    String late = item(DeadlineClass.GENERAL);
    item(DeadlineClass.GENERAL);
    clock.forward(Duration.ofHours(20));
    reply(early);
    clock.forward(Duration.ofHours(10));
    reply(late);
    clock.forward(Duration.ofHours(20));
    JsonPath shorter =
        as(TEAM)
            .body(
                """
                {"from": "%s", "to": "%s", "policies": [{"deadlineClass": "GENERAL", "limit": "PT24H"}]}
                """
                    .formatted(from, from.plus(Duration.ofHours(1))))
            .post("/api/v1/sla-policies/what-if")
            .then()
            .statusCode(200)
            .body("limits", equalTo(3))
            .body("actual.warned", equalTo(1))
            .body("actual.overdue", equalTo(1))
            .body("supposed.warned", equalTo(3))
            .body("supposed.overdue", equalTo(2))
            .body("units.unitCode", contains(ENFORCEMENT))
            .extract()
            .jsonPath();
    // Used up are 20, 30 and 50 of 48 hours: 2 too many, and of 24 hours 6 and 26.
    assertAbout(Duration.ofHours(2), shorter.getString("actual.overdueTime"));
    assertAbout(Duration.ofHours(32), shorter.getString("supposed.overdueTime"));
  }

  private static void reply(String id) {
    ItemActs.post(handlerOf(ENFORCEMENT), id, "/acknowledgement", "{}").then().statusCode(200);
    ItemActs.post(
            handlerOf(ENFORCEMENT),
            id,
            "/replies",
            "{\"kind\": \"FINAL\", \"cause\": \"返潮\", \"measures\": \"劝离\", \"resultSummary\": \"路口已清\"}")
        .then()
        .statusCode(201);
  }

  /** Requests take their time. */
  private static void assertAbout(Duration expected, String actual) {
    Duration more = Duration.parse(actual).minus(expected);
    assertTrue(!more.isNegative() && more.compareTo(Duration.ofMinutes(3)) < 0, actual);
  }

  @Test
  void every_fault_of_a_question_is_named_at_once() {
    as(TEAM)
        .body(
            """
            {"from": "2026-01-01T00:00:00Z", "to": "2027-06-01T00:00:00Z",
             "policies": [{"deadlineClass": "PLANNED"}, {"deadlineClass": "GENERAL", "limit": "PT1S"},
                          {"deadlineClass": "GENERAL"}],
             "calendar": [{"year": 2026, %s, "days": [%s]}, {"year": 2026, %s, "days": []}]}
            """
                .formatted(HOURS, day("2025-10-02", false), HOURS))
        .post("/api/v1/sla-policies/what-if")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "to",
                "policies[0].deadlineClass",
                "policies[1].limit",
                "policies[2].deadlineClass",
                "calendar[0].days[0].date",
                "calendar[1].year"));
    refuse(
        "2026-01-01T00:00:00Z",
        "2027-06-01T00:00:00Z",
        "[{\"deadlineClass\": \"GENERAL\"}]",
        "period-too-long");
    refuse(
        "2026-01-02T00:00:00Z",
        "2026-01-01T00:00:00Z",
        "[{\"deadlineClass\": \"GENERAL\"}]",
        "end-before-start");
    refuse(
        "2098-01-01T00:00:00Z",
        "2098-02-01T00:00:00Z",
        "[{\"deadlineClass\": \"GENERAL\"}]",
        "period-not-over");
    refuse("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "[]", "nothing-supposed");
  }

  private static void refuse(String from, String to, String policies, String code) {
    as(TEAM)
        .body("{\"from\": \"%s\", \"to\": \"%s\", \"policies\": %s}".formatted(from, to, policies))
        .post("/api/v1/sla-policies/what-if")
        .then()
        .statusCode(400)
        .body("errors.code", contains(code));
  }

  @Test
  void a_unit_does_not_replay_the_rules() {
    as(handlerOf(ENFORCEMENT))
        .body("{}")
        .post("/api/v1/sla-policies/what-if")
        .then()
        .statusCode(403);
  }
}
