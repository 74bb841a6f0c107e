package org.bihuan.intake.ledger.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.LedgerWalk;

/** How far the chain has been found whole: the one row of {@code ledger_verification}. */
final class Checkpoint {

  private Checkpoint() {}

  /** Where it is; the start when what is kept of it does not read. */
  static LedgerWalk.State read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sequence, hash, head_day, tree from ledger_verification")) {
      row.next();
      LedgerWalk.State kept =
          new LedgerWalk.State(
              new ChainPoint(row.getLong(1), row.getBytes(2)),
              row.getObject(3, LocalDate.class),
              row.getBytes(4));
      return kept.point().sequence() == 0 || !kept.isReadable() ? LedgerWalk.State.START : kept;
    }
  }

  /** Moves it forwards to the end of a walk that found the chain whole, and never back. */
  static void move(Connection connection, LedgerWalk.State end) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update ledger_verification set sequence = ?, hash = ?, head_day = ?, tree = ?,
              verified_at = clock_timestamp()
            where sequence <= ?
            """)) {
      statement.setLong(1, end.point().sequence());
      statement.setBytes(2, end.point().hash());
      statement.setObject(3, end.day(), Types.DATE);
      statement.setBytes(4, end.tree());
      statement.setLong(5, end.point().sequence());
      statement.executeUpdate();
    }
  }

  /**
   * Keeps others who wait for a verification out until the end of the transaction, which would both
   * want to move it.
   *
   * @return false when somebody is at it
   */
  static boolean hold(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet turn =
            statement.executeQuery(
                "select pg_try_advisory_xact_lock(hashtext('ledger-verification'))")) {
      return turn.next() && turn.getBoolean(1);
    }
  }

  /** The next verification that somebody waits for begins no sooner than after this pause. */
  static void pause(Connection connection, Duration pause) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update ledger_verification set not_before ="
                + " clock_timestamp() + ? * interval '1 millisecond'")) {
      statement.setLong(1, pause.toMillis());
      statement.executeUpdate();
    }
  }
}
