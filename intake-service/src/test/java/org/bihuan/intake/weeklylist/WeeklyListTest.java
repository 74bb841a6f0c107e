package org.bihuan.intake.weeklylist;

import static org.bihuan.intake.weeklylist.ListedFacts.list;
import static org.bihuan.intake.weeklylist.ListedFacts.row;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.MovableClock;
import org.bihuan.intake.weeklylist.ListedFacts.Filed;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The problem list of each week: running, frozen at Sunday 24:00, and what goes on to the next. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class WeeklyListTest {

  private static final String WEEKS = "/api/v1/ledger/weeks";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject MovableClock clock;
  @Inject WeekFreezer freezer;

  private final ListedFacts facts = new ListedFacts();
  private PastWeek week;

  @AfterEach
  void back_to_the_present() throws SQLException {
    week.close();
    facts.close();
  }

  private static String moment(String path, Response answer) {
    return answer.path(path);
  }

  @Test
  void a_list_shows_each_problem_as_it_is_until_it_is_frozen_and_then_as_it_was() throws Exception {
    week = PastWeek.begin(clock, "2025-W52");
    Instant monday = Instant.parse("2025-12-22T01:00:00Z");
    Filed open = ListedFacts.file();
    Filed writtenOff = ListedFacts.file();
    Filed handedOver = ListedFacts.file();
    Filed merged = ListedFacts.file();
    facts.issue(writtenOff, monday);
    facts.failRecheck(writtenOff, monday.plus(Duration.ofHours(8)));
    facts.reply(writtenOff, monday.plus(Duration.ofHours(10)));
    facts.writeOff(writtenOff, monday.plus(Duration.ofHours(20)));
    ListedFacts.handOver(handedOver);
    ListedFacts.merge(merged, open);

    list("2025-W52")
        .body("week", equalTo("2025-W52"))
        .body("frozen", equalTo(false))
        .body("carriedFrom", nullValue())
        .body("hash", nullValue())
        .body("intact", nullValue())
        .body("items", hasSize(4))
        .body("items.carriedFrom", everyItem(nullValue()))
        .body("items.week", everyItem(equalTo("2025-W52")))
        .body("added.value", equalTo(4))
        .body("carried.value", equalTo(0))
        .body("finished.value", equalTo(3))
        .body(row(open, "status"), equalTo("OPEN"))
        .body(row(open, "remaining"), nullValue())
        .body(row(handedOver, "status"), equalTo("CANCELLED"))
        .body(row(merged, "status"), equalTo("MERGED"))
        .body(row(writtenOff, "status"), equalTo("WRITTEN_OFF"))
        .body(row(writtenOff, "channel"), equalTo("HOTLINE_12319"))
        .body(row(writtenOff, "subdistrictName"), equalTo("台东街道"))
        .body(row(writtenOff, "responsibleUnit.name"), equalTo("房管所"))
        .body(row(writtenOff, "issuedAt"), equalTo("2025-12-22T01:00:00Z"))
        .body(row(writtenOff, "dueAt"), equalTo("2025-12-25T01:00:00Z"))
        .body(row(writtenOff, "repliedAt"), equalTo("2025-12-22T11:00:00Z"))
        .body(row(writtenOff, "remaining"), equalTo("PT62H"))
        .body(row(writtenOff, "overdue"), equalTo(false))
        .body(row(writtenOff, "recheckOutcome"), equalTo("PASSED"))
        .body(row(writtenOff, "writtenOffAt"), equalTo("2025-12-22T21:00:00Z"));

    clock.moveTo(Instant.parse("2025-12-28T15:59:00Z"));
    list("2025-W52").body("frozen", equalTo(false));
    clock.moveTo(Instant.parse("2025-12-28T16:00:00Z"));
    Response frozen =
        list("2025-W52")
            .body("frozen", equalTo(true))
            .body("frozenAt", matchesPattern("2025-12-28T16:00:0.*"))
            .body("hash", matchesPattern("[0-9a-f]{64}"))
            .body("intact", equalTo(true))
            .body("finished.value", equalTo(3))
            .body("items", hasSize(4))
            .extract()
            .response();
    As.role(Role.DISCIPLINE)
        .get("/api/v1/ledger?kind=intake.week-frozen.v1&limit=200")
        .then()
        .body("items.id", hasItem(moment("entryId", frozen)))
        .body("items.content.hash", hasItem(moment("hash", frozen)))
        .body("items.content.week", hasItem("2025-W52"));
    As.role(Role.ADMIN).get("/api/v1/ledger/verification").then().body("valid", equalTo(true));

    list("2026-W01")
        .body("frozen", equalTo(false))
        .body("carriedFrom", equalTo("2025-W52"))
        .body("items.problemId", contains(open.problemId()))
        .body("items[0].carriedFrom", equalTo("2025-W52"))
        .body("carried.value", equalTo(1))
        .body("added.value", equalTo(0));
    facts.writeOff(open, Instant.parse("2025-12-28T15:00:00Z"));
    list("2026-W01")
        .body("items[0].status", equalTo("WRITTEN_OFF"))
        .body("finished.value", equalTo(1));
    list("2025-W52")
        .body(row(open, "status"), equalTo("OPEN"))
        .body(row(open, "writtenOffAt"), nullValue())
        .body("intact", equalTo(true));
  }

  @Test
  void what_is_open_is_carried_on_from_week_to_week_also_after_weeks_without_a_freezer()
      throws Exception {
    week = PastWeek.begin(clock, "2025-W10");
    Filed old = ListedFacts.file();
    facts.issue(old, Instant.parse("2025-03-05T02:00:00Z"));
    clock.moveTo(Instant.parse("2025-03-18T02:00:00Z"));
    Filed recent = ListedFacts.file();
    list("2025-W10")
        .body("frozen", equalTo(true))
        .body("frozenAt", matchesPattern("2025-03-18T.*"))
        .body("carriedFrom", nullValue())
        .body("items.problemId", contains(old.problemId()))
        .body("items[0].remaining", equalTo("PT-38H"))
        .body("items[0].overdue", equalTo(true));
    list("2025-W11")
        .body("frozen", equalTo(true))
        .body("carriedFrom", equalTo("2025-W10"))
        .body("items.problemId", contains(old.problemId()))
        .body("items[0].carriedFrom", equalTo("2025-W10"));
    list("2025-W12")
        .body("carriedFrom", equalTo("2025-W11"))
        .body("items.problemId", contains(recent.problemId(), old.problemId()))
        .body(row(old, "carriedFrom"), equalTo("2025-W10"))
        .body(row(recent, "carriedFrom"), nullValue());
    As.role(Role.TOP_LEADER)
        .get(WEEKS + "?limit=2")
        .then()
        .statusCode(200)
        .body("items.week", contains("2025-W12", "2025-W11"))
        .body("items.frozen", contains(false, true))
        .body("items.rows", contains(2, 1))
        .body("items.added", contains(1, 0))
        .body("items.carried", contains(1, 1))
        .body("items.finished", contains(0, 0))
        .body("nextCursor", notNullValue());
  }

  @Test
  void a_week_53_without_any_problem_is_frozen_too() throws Exception {
    week = PastWeek.begin(clock, "2020-W53");
    list("2020-W53").body("frozen", equalTo(false)).body("items", empty());
    clock.moveTo(Instant.parse("2021-01-03T16:00:00Z"));
    list("2020-W53")
        .body("frozen", equalTo(true))
        .body("items", empty())
        .body("intact", equalTo(true));
    list("2021-W01").body("frozen", equalTo(false)).body("carriedFrom", nullValue());
  }

  @Test
  void of_several_replicas_one_freezes_a_list() throws Exception {
    week = PastWeek.begin(clock, "2025-W20");
    ListedFacts.file();
    clock.moveTo(Instant.parse("2025-05-20T02:00:00Z"));
    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(freezer::freezeDue))
                .limit(4)
                .toArray(CompletableFuture[]::new))
        .join();
    assertEquals(2, week.number("select count(*) from weekly_list"));
    assertEquals(1, week.number("select count(*) from weekly_list_row"));
    assertEquals(
        1,
        week.number(
            "select count(*) from ledger_entry where kind = 'intake.week-frozen.v1'"
                + " and content::jsonb ->> 'week' = '2025-W20'"));
  }

  @Test
  void an_end_that_is_under_way_is_waited_for() throws Exception {
    week = PastWeek.begin(clock, "2025-W22");
    Filed filed = ListedFacts.file();
    CompletableFuture<Void> freezing;
    try (Connection other = PastWeek.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "update problem set status = 'CANCELLED' where id = '" + filed.problemId() + "'");
      clock.moveTo(Instant.parse("2025-06-03T02:00:00Z"));
      freezing = CompletableFuture.runAsync(freezer::freezeDue);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  week.number(
                          "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                      > 0);
      other.commit();
    }
    freezing.join();
    list("2025-W22").body(row(filed, "status"), equalTo("CANCELLED"));
    list("2025-W23").body("items", empty());
  }

  @Test
  void what_is_frozen_cannot_be_changed_and_a_change_in_spite_of_that_is_found() throws Exception {
    week = PastWeek.begin(clock, "2025-W24");
    Filed filed = ListedFacts.file();
    clock.moveTo(Instant.parse("2025-06-17T02:00:00Z"));
    list("2025-W24").body("intact", equalTo(true));
    for (String change :
        List.of(
            "update weekly_list_row set status = 'WRITTEN_OFF'",
            "delete from weekly_list_row",
            "truncate weekly_list_row",
            "insert into weekly_list_row select monday, gen_random_uuid(), null, 'WT', source_kind,"
                + " null, null, null, null, null, null, null, '', 'OTHER', '' , null, null, null,"
                + " null, 'OPEN', null, null, null, null, null from weekly_list_row",
            "update weekly_list set rows = 2 where frozen_at is not null",
            "update weekly_list set monday = '2015-06-01' where frozen_at is null",
            "delete from weekly_list where frozen_at is not null")) {
      SQLException refusal = assertThrows(SQLException.class, () -> week.execute(change), change);
      assertTrue(refusal.getMessage().contains("stays as it is"), refusal.getMessage());
    }
    week.unguarded("update weekly_list_row set status = 'WRITTEN_OFF'");
    list("2025-W24")
        .body("intact", equalTo(false))
        .body(row(filed, "status"), equalTo("WRITTEN_OFF"));
    week.unguarded("update weekly_list_row set status = 'OPEN'");
    list("2025-W24").body("intact", equalTo(true));
    week.unguarded("delete from weekly_list_row");
    list("2025-W24").body("intact", equalTo(false)).body("items", empty());
  }

  @Test
  void a_list_is_narrowed_read_in_pages_and_asked_by_number() throws Exception {
    week = PastWeek.begin(clock, "2025-W26");
    Filed late = ListedFacts.file();
    facts.issue(late, Instant.parse("2025-06-16T02:00:00Z"));
    clock.moveTo(Instant.parse("2025-07-01T02:00:00Z"));
    Filed clean = ListedFacts.file("SANITATION", "370203005");
    Filed called = ListedFacts.file();
    ListedFacts.handOver(called);
    week.execute("insert into unit values ('ROOF_OFFICE', '房管所', '{}') on conflict do nothing");
    for (String[] question :
        new String[][] {
          {"overdue=true", late.problemId()},
          {"carried=true", late.problemId()},
          {"unitCode=ROOF_OFFICE&carried=true", late.problemId()},
          {"serial=" + late.serial().toLowerCase(), late.problemId()},
          {"categoryCode=SANITATION", clean.problemId()},
          {"subdistrictCode=370203005", clean.problemId()},
          {"status=CANCELLED", called.problemId()},
          {"status=CANCELLED&overdue=false", called.problemId()}
        }) {
      list("2025-W27?" + question[0])
          .body("items.problemId", contains(question[1]))
          .body("added.value", equalTo(2))
          .body("carried.value", equalTo(1));
    }
    list("2025-W27?overdue=false")
        .body("items.problemId", containsInAnyOrder(clean.problemId(), called.problemId()));
    list("2025-W27?carried=false&count=exact").body("total", equalTo(2));
    Response first =
        list("2025-W27?limit=2")
            .body("items.problemId", contains(called.problemId(), clean.problemId()))
            .extract()
            .response();
    assertTrue(first.header("Link").contains("rel=\"next\""), first.header("Link"));
    list("2025-W27?limit=2&cursor=" + first.path("nextCursor"))
        .body("items.problemId", contains(late.problemId()))
        .body("nextCursor", nullValue());
    // The frozen list before is asked in the same way.
    list("2025-W26?overdue=true&status=DISPATCHED&unitCode=ROOF_OFFICE&limit=1&count=exact")
        .body("items.problemId", contains(late.problemId()))
        .body("total", equalTo(1))
        .body("carried.value", equalTo(0))
        .body("added.value", equalTo(1))
        .body("hash", matchesPattern("[0-9a-f]{64}"))
        .body("intact", nullValue());
    list("2025-W26?limit=1&count=exact").body("intact", equalTo(true));
    list("2025-W26?overdue=false").body("items", empty());
  }

  @Test
  void all_entries_about_a_problem_are_found_by_its_number() throws Exception {
    week = PastWeek.begin(clock, "2025-W30");
    Filed filed = ListedFacts.file();
    facts.writeOff(filed, clock.instant());
    ListedFacts.file();
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?serial=" + filed.serial().toLowerCase())
        .then()
        .statusCode(200)
        .body(
            "items.kind",
            containsInAnyOrder(
                "intake.complaint-registered.v1",
                "intake.problem-filed.v1",
                "inspection.recheck-passed.v1",
                "inspection.problem-written-off.v1"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?serial=WT19991")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void as_a_sheet_it_has_the_columns_that_the_district_knows() throws Exception {
    week = PastWeek.begin(clock, "2025-W32");
    Filed filed = ListedFacts.file();
    Instant issued = Instant.parse("2025-08-05T00:00:00Z");
    facts.issue(filed, issued);
    facts.reply(filed, issued.plus(Duration.ofMinutes(90)));
    clock.moveTo(Instant.parse("2025-08-12T02:00:00Z"));
    for (String listed : List.of("2025-W32", "2025-W33")) {
      Response answer =
          As.role(Role.SPECIAL_TEAM)
              .accept(Sheet.CSV)
              .get(WEEKS + "/" + listed + "?carried=" + listed.endsWith("3"));
      List<String> lines =
          new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().toList();
      assertEquals(
          "\uFEFF周次,编号,来源,渠道,街道,社区,点位,问题描述,类别,责任单位代码,责任单位,下发时间,期限,状态,剩余/超期,"
              + "是否超期,回复时间,回头看结果,销账时间,备注,结转自",
          lines.get(0));
      assertEquals(2, lines.size(), lines.toString());
      assertTrue(lines.get(1).startsWith(listed + "," + filed.serial() + ",群众诉求,"), lines.get(1));
      assertTrue(
          lines
              .get(1)
              .contains(
                  "ROOF_OFFICE,房管所,2025-08-05 08:00,2025-08-08 08:00,已回复,70小时30分,否,2025-08-05 09:30"),
          lines.get(1));
      assertTrue(lines.get(1).endsWith(listed.endsWith("3") ? ",2025-W32" : ","), lines.get(1));
    }
    As.role(Role.SPECIAL_TEAM)
        .accept(Sheet.XLSX)
        .get(WEEKS + "/2025-W32")
        .then()
        .statusCode(200)
        .contentType(Sheet.XLSX)
        .header("Content-Disposition", containsString("problem-list-of-a-week-"));
  }

  @Test
  void a_subdistrict_sees_the_rows_of_its_area() throws Exception {
    week = PastWeek.begin(clock, "2025-W35");
    Filed own = ListedFacts.file();
    ListedFacts.file("ROOF_LEAK", "370203005");
    clock.moveTo(Instant.parse("2025-09-02T02:00:00Z"));
    for (String listed : List.of("2025-W35", "2025-W36")) {
      As.as(Identity.of(Role.SUBDISTRICT).ofSubdistrict(ListedFacts.TAIDONG))
          .get(WEEKS + "/" + listed + "?count=exact")
          .then()
          .statusCode(200)
          .body("items.problemId", contains(own.problemId()))
          .body("total", equalTo(1));
    }
    As.as(Identity.of(Role.SUBDISTRICT).withoutUsualClaims())
        .get(WEEKS + "/2025-W35")
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CHANNEL_CLERK", "UNIT_HANDLER", "UNIT_LEADER", "INSPECTOR"})
  void others_read_no_lists(Role role) throws Exception {
    week = PastWeek.begin(clock, "2010-W20");
    As.role(role).get(WEEKS).then().statusCode(403);
    As.role(role).get(WEEKS + "/2010-W20").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "2010-W21, 404, weekly-list-not-found",
    "2010-W19, 404, weekly-list-not-found",
    "2010-W53, 404, not-found",
    "2010-20, 404, not-found",
    "2010-W20?since=1, 400, invalid-request",
    "2010-W20?carried=yes, 400, invalid-request",
    "2010-W20?categoryCode=NOTHING, 400, invalid-request",
    "2010-W20?sort=dueAt, 400, invalid-request"
  })
  void a_week_without_a_list_and_the_unreadable_are_refused(String asked, int status, String code)
      throws Exception {
    week = PastWeek.begin(clock, "2010-W20");
    As.role(Role.SPECIAL_TEAM)
        .get(WEEKS + "/" + asked)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }
}
