package org.bihuan.intake.ledger;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.intake.As;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;

/**
 * Lets days of the ledger end when a test wants it, and has none of them at its beginning and end.
 */
public final class DaysOfTheLedger implements AutoCloseable {

  private final Connection database;

  public DaysOfTheLedger() throws SQLException {
    database = StackResource.postgres().connect("intake");
    forgetAll();
  }

  /** As after midnight: the open day is over, with all that was sealed so far. */
  public void end(LocalDate day) throws SQLException {
    seal();
    execute("update ledger_head set open_day = '" + day + "'");
    seal();
  }

  /** Ends yesterday, and returns it once it is signed. */
  public LocalDate signedYesterday() throws SQLException {
    LocalDate yesterday = DistrictTime.day(Instant.now()).minusDays(1);
    end(yesterday);
    awaitSigned();
    return yesterday;
  }

  public void awaitSigned() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                number("select count(*) from ledger_day where signature is null") == 0
                    && number("select count(*) from ledger_day") > 0);
  }

  /** A verification seals what waits. */
  private static void seal() {
    As.role(Role.ADMIN).get("/api/v1/ledger/verification?from=CHECKPOINT");
  }

  public void execute(String... statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  public long number(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Changes what is never changed, as whoever owns the database can. */
  public void tamper(String table, String... statements) throws SQLException {
    execute("alter table " + table + " disable trigger user");
    try {
      execute(statements);
    } finally {
      execute("alter table " + table + " enable trigger user");
    }
  }

  private void forgetAll() throws SQLException {
    tamper("ledger_day_block", "delete from ledger_day_block");
    tamper("ledger_day", "delete from ledger_day");
    execute(
        "update ledger_head set open_day = '" + DistrictTime.day(Instant.now()) + "'",
        "update ledger_verification set sequence = 0, hash = decode(repeat('00', 32), 'hex'),"
            + " head_day = null, tree = null, not_before = now()");
  }

  @Override
  public void close() throws SQLException {
    forgetAll();
    database.close();
  }
}
