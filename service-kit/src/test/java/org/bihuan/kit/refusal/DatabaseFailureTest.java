package org.bihuan.kit.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "08001, true",
    "57P01, true",
    "57P03, true",
    "53300, true",
    "25006, true",
    "23505, false",
    "40001, false",
    "22001, false"
  })
  void the_sqlstate_tells_a_database_that_is_away_from_one_that_says_no(
      String state, boolean away) {
    assertEquals(
        away, DatabaseFailure.isAway(new IllegalStateException(new SQLException("x", state))));
  }

  @ParameterizedTest
  @CsvSource({"23505, true", "23P01, true", "40P01, true", "23503, false", "08006, false"})
  void the_sqlstate_tells_a_race_that_was_lost(String state, boolean lost) {
    assertEquals(
        lost, DatabaseFailure.isLostRace(new IllegalStateException(new SQLException("x", state))));
  }

  @Test
  void a_pool_that_waited_in_vain_is_away() {
    assertEquals(true, DatabaseFailure.isAway(new SQLException("Acquisition timeout")));
  }

  @Test
  void a_commit_hides_what_went_wrong_among_the_suppressed() {
    RollbackException commit = new RollbackException("could not commit");
    commit.addSuppressed(
        new IllegalStateException(new BatchUpdateException("x", "08006", new int[0])));
    assertEquals(true, DatabaseFailure.isAway(new IllegalStateException(commit)));
  }

  @Test
  void an_ordinary_failure_is_not_the_databases() {
    assertEquals(false, DatabaseFailure.isAway(new IllegalStateException("x")));
  }
}
