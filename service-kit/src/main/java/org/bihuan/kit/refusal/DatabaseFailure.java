package org.bihuan.kit.refusal;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** Tells a database that is away or overwhelmed, and a race that was lost, from other failures. */
public final class DatabaseFailure {

  /**
   * SQLSTATE 23505 and 23P01: another transaction was first with the same natural key, or with one
   * that excludes it, such as a span of days that overlaps. 40P01: each waited for the other, and
   * this one was given up.
   */
  private static final Set<String> LOST = Set.of("23505", "23P01", "40P01");

  private DatabaseFailure() {}

  /**
   * Whether the database could not be reached, was shutting down, or had no room for one more
   * connection.
   */
  public static boolean isAway(Throwable failure) {
    return causes(failure).anyMatch(cause -> cause instanceof SQLException sql && isAway(sql));
  }

  /** Whether another transaction changed the record, or took the natural key, in the meantime. */
  public static boolean isLostRace(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof OptimisticLockException
                    || cause instanceof StaleStateException
                    || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && LOST.contains(sql.getSQLState()));
  }

  /**
   * A failure and everything behind it. A commit that failed keeps what went wrong among its
   * suppressed failures, not among its causes.
   */
  public static Stream<Throwable> causes(Throwable failure) {
    if (failure == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(failure),
        Stream.concat(
            causes(failure.getCause()),
            Stream.of(failure.getSuppressed()).flatMap(DatabaseFailure::causes)));
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
