package org.bihuan.intake.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
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

/**
 * What a person with full rights on the database could do, and that it is found at the exact entry.
 */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class LedgerTamperingTest {

  private Connection database;
  private Connection search;
  private long last;

  @BeforeEach
  void fill_the_ledger() throws SQLException {
    for (int i = 0; i < 4; i++) {
      As.role(Role.CHANNEL_CLERK)
          .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\"}")
          .post("/api/v1/complaints")
          .then()
          .statusCode(201);
    }
    verification().body("valid", equalTo(true)).body("brokenSequence", nullValue());
    search = Searchable.paused();
    database = StackResource.postgres().connect("intake");
    execute("create table kept_entries as select * from ledger_entry");
    execute("create table kept_head as select * from ledger_head");
    execute("alter table ledger_entry disable trigger user");
    last = number("select max(sequence) from ledger_entry");
  }

  @AfterEach
  void put_the_ledger_back() throws SQLException {
    try {
      execute("alter table ledger_entry disable trigger user");
      execute("delete from ledger_entry where id in (select id from kept_entries)");
      execute("delete from ledger_entry where content = 'forged'");
      execute("insert into ledger_entry overriding system value select * from kept_entries");
      execute("update ledger_head h set sequence = k.sequence, hash = k.hash from kept_head k");
      execute("drop table kept_entries, kept_head");
      execute("alter table ledger_entry enable trigger user");
    } finally {
      database.close();
      search.close();
    }
    verification().body("valid", equalTo(true));
  }

  @Test
  void an_edited_entry_is_found() throws SQLException {
    execute(
        "update ledger_entry set content = replace(content, '12319', '12345') where sequence = "
            + (last - 3));
    verification().body("valid", equalTo(false)).body("brokenSequence", equalTo((int) last - 3));
  }

  @Test
  void a_changed_actor_is_found() throws SQLException {
    execute(
        "update ledger_entry set actor_subject = 'somebody-else' where sequence = " + (last - 2));
    verification().body("valid", equalTo(false)).body("brokenSequence", equalTo((int) last - 2));
  }

  @Test
  void a_deleted_entry_is_found() throws SQLException {
    execute("delete from ledger_entry where sequence = " + (last - 2));
    verification()
        .body("valid", equalTo(false))
        .body("brokenSequence", equalTo((int) last - 2))
        .body("brokenEntry", nullValue());
  }

  @Test
  void a_deleted_newest_entry_is_found() throws SQLException {
    execute("delete from ledger_entry where sequence = " + last);
    verification().body("valid", equalTo(false)).body("brokenSequence", equalTo((int) last));
  }

  @Test
  void two_swapped_entries_are_found() throws SQLException {
    execute("update ledger_entry set sequence = -1 where sequence = " + (last - 2));
    execute(
        "update ledger_entry set sequence = %d where sequence = %d".formatted(last - 2, last - 1));
    execute("update ledger_entry set sequence = %d where sequence = -1".formatted(last - 1));
    verification().body("valid", equalTo(false)).body("brokenSequence", equalTo((int) last - 2));
  }

  @Test
  void an_inserted_entry_is_found() throws SQLException {
    execute(
        "update ledger_entry set sequence = sequence + 1000000 where sequence >= " + (last - 1));
    execute("update ledger_entry set sequence = sequence - 999999 where sequence > 1000000");
    execute(
        """
        insert into ledger_entry (id, kind, occurred_at, recorded_at, actor_role, actor_subject, content,
          sequence, previous_hash, hash)
        select gen_random_uuid(), kind, occurred_at, recorded_at, actor_role, actor_subject, 'forged',
          %d, previous_hash, hash from ledger_entry where sequence = %d
        """
            .formatted(last - 1, last - 2));
    verification().body("valid", equalTo(false)).body("brokenSequence", equalTo((int) last - 1));
  }

  @Test
  void the_database_itself_refuses_changes_while_its_guard_is_on() throws SQLException {
    execute("alter table ledger_entry enable trigger user");
    for (String change :
        new String[] {
          "update ledger_entry set content = 'forged' where sequence = 1",
          "update ledger_entry set hash = '\\x00' where sequence = 1",
          "delete from ledger_entry where sequence = 1",
          "truncate ledger_entry"
        }) {
      SQLException refusal = assertThrows(SQLException.class, () -> execute(change));
      assertTrue(refusal.getMessage().contains("append-only"), change);
    }
  }

  private static ValidatableResponse verification() {
    return As.role(Role.COMMITTEE_INSPECTOR)
        .get("/api/v1/ledger/verification")
        .then()
        .statusCode(200);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
