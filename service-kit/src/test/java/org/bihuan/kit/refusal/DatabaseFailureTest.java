package org.bihuan.kit.refusal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFailureTest {

  private static final SQLException TERMINATED = new SQLException("terminating", "57P01");

  @Test
  void a_lost_connection_is_found_among_the_causes() {
    assertTrue(DatabaseFailure.isAway(new IllegalStateException(new RuntimeException(TERMINATED))));
  }

  @Test
  void a_commit_that_fails_carries_its_reason_as_suppressed() {
    Exception rollback = new Exception("Could not commit transaction.");
    rollback.addSuppressed(new Exception("Error trying to commit", TERMINATED));

    assertTrue(DatabaseFailure.isAway(new RuntimeException(rollback)));
  }

  @Test
  void a_database_that_says_no_is_not_away() {
    assertFalse(DatabaseFailure.isAway(new RuntimeException(new SQLException("twice", "23505"))));
    assertFalse(DatabaseFailure.isAway(new RuntimeException("nothing of the database")));
  }

  @Test
  void exceptions_that_refer_to_each_other_are_looked_at_once() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.addSuppressed(other);

    assertFalse(DatabaseFailure.isAway(one));
  }
}
