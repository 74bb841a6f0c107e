package org.bihuan.intake.ledger.verification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.ledger.DaysOfTheLedger;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verification goes on in the background, slice by slice, until it has an answer. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class BackgroundVerificationTest {

  private static final String RUNS = "/api/v1/ledger/verifications";

  @Inject VerificationRunner runner;
  @Inject Scheduler scheduler;

  private DaysOfTheLedger days;

  @BeforeEach
  void fill_the_ledger() throws SQLException {
    days = new DaysOfTheLedger();
    for (int i = 0; i < 3; i++) {
      As.role(Role.CHANNEL_CLERK)
          .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\"}")
          .post("/api/v1/complaints")
          .then()
          .statusCode(201);
    }
  }

  @AfterEach
  void end_without_days() throws SQLException {
    days.close();
  }

  private static String begun(String from) {
    return As.role(Role.DISCIPLINE)
        .body("{\"from\": \"" + from + "\"}")
        .post(RUNS)
        .then()
        .statusCode(201)
        .body("from", equalTo(from))
        .body("status", equalTo("RUNNING"))
        .body("endedAt", nullValue())
        .extract()
        .path("id");
  }

  private static ValidatableResponse ended(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !"RUNNING".equals(As.role(Role.ADMIN).get(RUNS + "/" + id).path("status")));
    return As.role(Role.ADMIN)
        .get(RUNS + "/" + id)
        .then()
        .statusCode(200)
        .body("endedAt", notNullValue());
  }

  @Test
  void everything_is_looked_at_and_the_checkpoint_moves_there() throws SQLException {
    days.signedYesterday();
    days.execute(
        "update ledger_verification set sequence = 0, hash = decode(repeat('00', 32), 'hex'),"
            + " head_day = null, tree = null");
    int entries = (int) days.number("select max(sequence) from ledger_entry");
    String id = begun("START");
    ended(id)
        .body("status", equalTo("VALID"))
        .body("checkedFrom", equalTo(1))
        .body("checked", equalTo(entries))
        .body("entries", equalTo(entries))
        .body("heads", equalTo(1))
        .body("requestedBy", equalTo("discipline"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> days.number("select sequence from ledger_verification") == entries);
    ended(begun("CHECKPOINT"))
        .body("status", equalTo("VALID"))
        .body("checkedFrom", equalTo(entries + 1))
        .body("heads", equalTo(0));
    As.role(Role.SPECIAL_TEAM).get(RUNS).then().body("items.id", hasItem(id));
    As.role(Role.SPECIAL_TEAM)
        .accept(Sheet.CSV)
        .get(RUNS)
        .then()
        .statusCode(200)
        .body(containsString("完好"));
  }

  @Test
  void a_changed_entry_ends_it_there_and_a_forged_head_too() throws SQLException {
    LocalDate day = days.signedYesterday();
    long changed = days.number("select max(sequence) - 1 from ledger_entry");
    days.tamper(
        "ledger_entry",
        "update ledger_entry set content = content || ' ' where sequence = " + changed);
    ended(begun("START"))
        .body("status", equalTo("INVALID"))
        .body("brokenSequence", equalTo((int) changed))
        .body("brokenEntry", notNullValue())
        .body("checked", equalTo((int) changed - 1));
    days.tamper(
        "ledger_entry",
        "update ledger_entry set content = rtrim(content) where sequence = " + changed);
    days.execute("create table kept_day as select * from ledger_day");
    days.tamper("ledger_day", "update ledger_day set root = hash");
    ended(begun("START"))
        .body("status", equalTo("INVALID"))
        .body("brokenSequence", nullValue())
        .body("brokenHead", equalTo(day.toString()));
    days.tamper(
        "ledger_day",
        "update ledger_day d set root = k.root from kept_day k",
        "drop table kept_day");
    ended(begun("START")).body("status", equalTo("VALID"));
  }

  /** As after a restart in between: what one slice found is all that the next knows. */
  @Test
  void it_goes_on_where_it_was_with_slices_as_short_as_one_entry() throws SQLException {
    days.signedYesterday();
    int entries = (int) days.number("select max(sequence) from ledger_entry");
    scheduler.pause();
    try {
      String id = begun("START");
      As.role(Role.DISCIPLINE)
          .body("{\"from\": \"START\"}")
          .post(RUNS)
          .then()
          .statusCode(429)
          .body("code", equalTo("verification-running"));
      int slices = 0;
      while (QuarkusTransaction.requiringNew().call(() -> runner.slice(1)).isPresent()) {
        slices++;
      }
      assertEquals(entries + 1, slices);
      ended(id).body("status", equalTo("VALID")).body("heads", equalTo(1));
    } finally {
      scheduler.resume();
    }
  }

  @Test
  void somebody_who_verifies_during_the_last_slice_takes_nothing_away_from_it() {
    scheduler.pause();
    try {
      String id = begun("START");
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                slice(1);
                As.role(Role.ADMIN)
                    .get("/api/v1/ledger/verification")
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true));
                slice(Integer.MAX_VALUE);
              });
      ended(id).body("status", equalTo("VALID"));
    } finally {
      scheduler.resume();
    }
  }

  private void slice(int most) {
    try {
      assertTrue(runner.slice(most).isPresent());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_is_kept_of_a_walk_and_does_not_read_has_it_begin_again() throws SQLException {
    days.signedYesterday();
    scheduler.pause();
    try {
      As.role(Role.ADMIN).get("/api/v1/ledger/verification").then().statusCode(200);
      days.execute("update ledger_verification set tree = '\\x01'");
      As.role(Role.ADMIN)
          .get("/api/v1/ledger/verification?from=CHECKPOINT")
          .then()
          .statusCode(200)
          .body("valid", equalTo(true))
          .body("checkedFrom", equalTo(1));
      String id = begun("CHECKPOINT");
      days.execute("update ledger_verification_run set tree = '\\x01' where status = 'RUNNING'");
      runner.carryOn();
      ended(id)
          .body("status", equalTo("VALID"))
          .body("checkedFrom", equalTo(1))
          .body("heads", equalTo(1));
    } finally {
      scheduler.resume();
    }
  }

  @Test
  void a_key_that_does_not_read_is_none_and_the_rest_is_verified() throws SQLException {
    days.signedYesterday();
    days.execute("insert into ledger_key values ('0000000000000000', 'Ed25519', '\\x01', now())");
    try {
      As.role(Role.ADMIN)
          .get("/api/v1/ledger/verification")
          .then()
          .statusCode(200)
          .body("valid", equalTo(true))
          .body("heads", equalTo(1));
    } finally {
      days.tamper("ledger_key", "delete from ledger_key where length(public_key) < 9");
    }
  }

  @Test
  void one_that_cannot_go_on_ends_without_an_answer_and_the_next_may_begin() throws SQLException {
    scheduler.pause();
    try {
      String id = begun("START");
      days.execute("alter table ledger_day rename to ledger_day_away");
      try {
        for (int slice = 0; slice < 5; slice++) {
          runner.carryOn();
        }
      } finally {
        days.execute("alter table ledger_day_away rename to ledger_day");
      }
      ended(id).body("status", equalTo("BROKEN_OFF")).body("brokenSequence", nullValue());
      String next = begun("START");
      runner.carryOn();
      ended(next).body("status", equalTo("VALID"));
    } finally {
      scheduler.resume();
    }
  }

  @Test
  void an_unknown_one_and_a_start_that_is_none_are_refused() {
    As.role(Role.ADMIN)
        .get(RUNS + "/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("verification-not-found"));
    for (String body : new String[] {"{}", "{\"from\": \"YESTERDAY\"}", "{\"since\": 1}"}) {
      As.role(Role.ADMIN).body(body).post(RUNS).then().statusCode(400);
    }
    As.role(Role.UNIT_HANDLER).body("{\"from\": \"START\"}").post(RUNS).then().statusCode(403);
  }
}
