package org.bihuan.intake.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.Searchable;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a verification begins, what it is compared with, and how often it may run. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class LedgerVerificationTest {

  private static final String WRONG = "ab".repeat(32);

  private Connection database;

  @BeforeEach
  void connect() throws SQLException {
    database = StackResource.postgres().connect("intake");
    register();
  }

  @AfterEach
  void let_others_verify() throws SQLException {
    database.setAutoCommit(true);
    execute("update ledger_verification set not_before = now()");
    database.close();
  }

  @Test
  void without_a_word_everything_is_checked() {
    verified("")
        .body("valid", equalTo(true))
        .body("checkedFrom", equalTo(1))
        .body("headMatches", nullValue());
  }

  @Test
  void the_next_check_can_go_on_where_the_last_one_ended() {
    int last = verified("").extract().path("entries");
    register();
    verified("?from=CHECKPOINT")
        .body("valid", equalTo(true))
        .body("checkedFrom", equalTo(last + 1))
        .body("entries", greaterThan(last));
  }

  @Test
  void a_change_before_the_checkpoint_is_found_from_the_start_alone() throws SQLException {
    int last = verified("").extract().path("entries");
    execute("alter table ledger_entry disable trigger user");
    execute("update ledger_entry set content = content || ' ' where sequence = " + last);
    try {
      verified("?from=CHECKPOINT").body("valid", equalTo(true));
      verified("?from=START").body("valid", equalTo(false)).body("brokenSequence", equalTo(last));
      verified("").body("valid", equalTo(false)).body("brokenSequence", equalTo(last));
    } finally {
      execute("update ledger_entry set content = rtrim(content) where sequence = " + last);
      execute("alter table ledger_entry enable trigger user");
    }
    verified("").body("valid", equalTo(true));
  }

  @Test
  void a_change_after_the_checkpoint_is_found_from_there_and_moves_it_not() throws SQLException {
    int last = verified("").extract().path("entries");
    register();
    int newest = last + 1;
    verifyNothingButSeal();
    execute("alter table ledger_entry disable trigger user");
    execute("update ledger_entry set content = content || ' ' where sequence = " + newest);
    try {
      for (int twice = 0; twice < 2; twice++) {
        verified("?from=CHECKPOINT")
            .body("valid", equalTo(false))
            .body("checkedFrom", equalTo(newest))
            .body("brokenSequence", equalTo(newest));
      }
    } finally {
      execute("update ledger_entry set content = rtrim(content) where sequence = " + newest);
      execute("alter table ledger_entry enable trigger user");
    }
  }

  @Test
  void a_head_kept_elsewhere_is_compared() {
    ValidatableResponse kept = verified("");
    int sequence = kept.extract().path("entries");
    String hash = kept.extract().path("head");
    register();
    String head = "sequence=" + sequence + "&hash=" + hash;
    verified("?" + head).body("valid", equalTo(true)).body("headMatches", equalTo(true));
    verified("?from=CHECKPOINT&" + head)
        .body("headMatches", equalTo(true))
        .body("checkedFrom", equalTo(1));
    verified("?sequence=" + sequence + "&hash=" + WRONG)
        .body("valid", equalTo(true))
        .body("headMatches", equalTo(false));
    verified("?sequence=1000000000&hash=" + hash).body("headMatches", equalTo(false));
  }

  @Test
  void a_chain_reckoned_anew_no_longer_has_the_head_that_was_kept() throws SQLException {
    ValidatableResponse kept = verified("");
    int sequence = kept.extract().path("entries");
    String hash = kept.extract().path("head");
    Connection search = Searchable.paused();
    execute("create table kept_entries as select * from ledger_entry where sequence = " + sequence);
    execute("create table kept_head as select * from ledger_head");
    execute("alter table ledger_entry disable trigger user");
    try {
      // Whoever owns the database lets the sealer do the work.
      execute(
          "update ledger_entry set content = 'forged', sequence = null, previous_hash = null,"
              + " hash = null where sequence = "
              + sequence
              + "; update ledger_head h set sequence = k.sequence - 1, hash = e.previous_hash"
              + " from kept_head k, kept_entries e");
      verified("?sequence=" + sequence + "&hash=" + hash)
          .body("valid", equalTo(true))
          .body("headMatches", equalTo(false));
    } finally {
      execute("delete from ledger_entry where id in (select id from kept_entries)");
      execute("insert into ledger_entry overriding system value select * from kept_entries");
      execute("update ledger_head h set sequence = k.sequence, hash = k.hash from kept_head k");
      execute("drop table kept_entries, kept_head");
      execute("alter table ledger_entry enable trigger user");
      search.close();
    }
    verified("?sequence=" + sequence + "&hash=" + hash).body("headMatches", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sequence=1",
        "hash=" + "0000000000000000000000000000000000000000000000000000000000000000",
        "sequence=0&hash=0000000000000000000000000000000000000000000000000000000000000000",
        "sequence=1&hash=00",
        "sequence=one&hash=00",
        "from=start",
        "since=1"
      })
  void half_a_head_and_the_unreadable_are_refused(String query) {
    As.role(Role.COMMITTEE_INSPECTOR)
        .get("/api/v1/ledger/verification?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"));
  }

  @Test
  void one_runs_at_a_time() throws SQLException {
    database.setAutoCommit(false);
    execute("select pg_advisory_xact_lock(hashtext('ledger-verification'))");
    refused("verification-running");
    database.rollback();
    verified("").body("valid", equalTo(true));
  }

  @Test
  void after_a_long_one_the_next_has_to_wait() throws SQLException {
    execute("update ledger_verification set not_before = now() + interval '1 hour'");
    refused("verification-too-soon");
    execute("update ledger_verification set not_before = now()");
    verified("").body("valid", equalTo(true));
  }

  private static void refused(String code) {
    String after =
        As.role(Role.COMMITTEE_INSPECTOR)
            .get("/api/v1/ledger/verification")
            .then()
            .statusCode(429)
            .body("code", equalTo(code))
            .extract()
            .header("Retry-After");
    assertTrue(Integer.parseInt(after) > 0, after);
  }

  private static ValidatableResponse verified(String query) {
    return As.role(Role.COMMITTEE_INSPECTOR)
        .get("/api/v1/ledger/verification" + query)
        .then()
        .statusCode(200);
  }

  /** A certificate seals what waits, and verifies nothing. */
  private static void verifyNothingButSeal() {
    String problem =
        As.role(Role.SPECIAL_TEAM).get("/api/v1/complaints?limit=1").path("items[0].problemId");
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/certificate")
        .then()
        .statusCode(200);
  }

  private static void register() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\"}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
