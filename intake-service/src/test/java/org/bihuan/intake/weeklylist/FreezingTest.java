package org.bihuan.intake.weeklylist;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.weeklylist.ListedFacts.list;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.MovableClock;
import org.bihuan.intake.weeklylist.ListedFacts.Filed;
import org.bihuan.kit.time.Week;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list that cannot be frozen keeps nobody out, and none is frozen before its time. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class FreezingTest {

  /** The freezer rests for 10 s after a failure. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject MovableClock clock;
  @Inject WeekFreezer freezer;

  private PastWeek week;

  @AfterEach
  void back_to_the_present() throws SQLException {
    week.close();
  }

  private static void awaitFrozen(String listed) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> list(listed).body("frozen", equalTo(true)));
  }

  @Test
  void while_a_filing_hangs_others_go_on_although_a_list_is_due() throws SQLException {
    week = PastWeek.begin(clock, "2025-W38");
    Filed filed = ListedFacts.file();
    Filed meanwhile;
    try (Connection hanging = PastWeek.connect();
        Statement statement = hanging.createStatement()) {
      hanging.setAutoCommit(false);
      statement.execute(
          "update problem set status = 'CANCELLED' where id = '" + filed.problemId() + "'");
      clock.moveTo(Instant.parse("2025-09-23T02:00:00Z"));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  week.number(
                          "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                      > 0);
      meanwhile = assertTimeout(Duration.ofSeconds(10), () -> ListedFacts.file());
      list("2025-W38").body("frozen", equalTo(false)).body("intact", nullValue());
      hanging.commit();
    }
    awaitFrozen("2025-W38");
    list("2025-W38").body("items.problemId", contains(filed.problemId()));
    list("2025-W39").body("items.problemId", contains(meanwhile.problemId()));
  }

  @Test
  void one_that_fails_is_tried_again_after_a_pause_and_is_read_meanwhile() throws SQLException {
    week = PastWeek.begin(clock, "2025-W40");
    Filed filed = ListedFacts.file();
    week.execute(
        """
        create sequence tries;
        create function fails() returns trigger language plpgsql as $$
        begin
          raise exception 'try % of the freezer fails', nextval('tries');
        end
        $$;
        create trigger fails before insert on weekly_list_row for each row execute function fails();
        """);
    try {
      clock.moveTo(Instant.parse("2025-10-07T02:00:00Z"));
      for (int reading = 0; reading < 5; reading++) {
        freezer.freezeDue();
        list("2025-W40")
            .body("frozen", equalTo(false))
            .body("items.problemId", contains(filed.problemId()));
        As.role(Role.TOP_LEADER).get("/api/v1/ledger/weeks").then().statusCode(200);
      }
      // The scheduler's own may have begun beside the first.
      long tries = week.number("select last_value from tries");
      assertTrue(tries <= 2, () -> tries + " tries");
    } finally {
      week.execute("drop function fails cascade; drop sequence tries");
    }
    awaitFrozen("2025-W40");
    list("2025-W40").body("items.problemId", containsInAnyOrder(filed.problemId()));
  }

  @Test
  void a_replica_whose_clock_is_fast_freezes_nothing_before_its_time() throws SQLException {
    Week present = Week.of(Instant.now());
    week = PastWeek.begin(clock, present.toString());
    clock.moveTo(present.to().plus(Duration.ofDays(1)));
    freezer.freezeDue();
    assertEquals(1, week.number("select count(*) from weekly_list"));
    list(present.toString()).body("frozen", equalTo(false));
  }
}
