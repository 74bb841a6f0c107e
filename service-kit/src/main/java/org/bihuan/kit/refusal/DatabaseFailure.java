package org.bihuan.kit.refusal;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Tells a database that is away or overwhelmed from one that says no. */
public final class DatabaseFailure {

  private DatabaseFailure() {}

  /**
   * Whether the database could not be reached, was shutting down, or had no room for one more
   * connection. Looked for among the causes and among what was suppressed: a commit that fails
   * carries its reason there.
   */
  public static boolean isAway(Throwable failure) {
    return isAway(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Exceptions can refer to each other in a circle, so each is looked at once. */
  private static boolean isAway(Throwable failure, Set<Throwable> seen) {
    return failure != null
        && seen.add(failure)
        && (failure instanceof SQLException sql && isAway(sql)
            || isAway(failure.getCause(), seen)
            || Arrays.stream(failure.getSuppressed()).anyMatch(other -> isAway(other, seen)));
  }

  /**
   * SQLSTATE classes of PostgreSQL: 08 connection, 53 insufficient resources, 57P shutdown; 25006 a
   * standby that takes no writes. The connection pool itself has no state when it waited in vain.
   */
  private static boolean isAway(SQLException sql) {
    String state = sql.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.equals("25006");
  }
}
