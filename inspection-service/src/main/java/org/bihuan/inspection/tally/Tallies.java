package org.bihuan.inspection.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How often things happened on each day. The database itself counts them, in the transaction in
 * which they happen, so that none is forgotten; a report adds days and never rows.
 */
@ApplicationScoped
public class Tallies {

  private static final String OF_PERIOD =
      """
      select measure, cast(sum(number) as bigint) from (
        select measure, number from tally where day between :first and :last
        union all select measure, 1 from tally_entry where day between :first and :last) counted
      group by measure
      """;

  private static final String ADD_UP =
      """
      with moved as (delete from tally_entry returning day, measure)
      insert into tally (day, measure, number) select day, measure, count(*) from moved group by day, measure
      on conflict (day, measure) do update set number = tally.number + excluded.number
      """;

  private static final String TELL =
      """
      insert into told_record (id, day, measure) values (:id, :day, :measure) on conflict do nothing
      """;

  private static final String FILE =
      """
      insert into told_problem (id, filed_day) values (:id, :day)
      on conflict (id) do update set filed_day = excluded.filed_day where told_problem.filed_day is null
      """;

  private static final String END =
      """
      insert into told_problem (id, ended) values (:id, true)
      on conflict (id) do update set ended = true where not told_problem.ended
      """;

  private final EntityManager database;

  Tallies(EntityManager database) {
    this.database = database;
  }

  /**
   * What happened on these days, the first and the last included, by measure; what did not is
   * missing.
   */
  public Map<String, Long> of(LocalDate first, LocalDate last) {
    List<?> rows =
        database
            .createNativeQuery(OF_PERIOD)
            .setParameter("first", first)
            .setParameter("last", last)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** Counts a record of another service on {@code day}, once however often it is told. */
  void tell(UUID id, LocalDate day, String measure) {
    database
        .createNativeQuery(TELL)
        .setParameter("id", id)
        .setParameter("day", day)
        .setParameter("measure", measure)
        .executeUpdate();
  }

  /** Counts a problem that was filed on {@code day}. */
  void file(UUID problemId, LocalDate day) {
    database
        .createNativeQuery(FILE)
        .setParameter("id", problemId)
        .setParameter("day", day)
        .executeUpdate();
  }

  /** Counts that a problem has ended, as soon as it is known to be filed. */
  void end(UUID problemId) {
    database.createNativeQuery(END).setParameter("id", problemId).executeUpdate();
  }

  /**
   * Adds what waits to the tallies of its days, unless somebody else does so at this moment. Who
   * asks meanwhile counts both together, and sees nothing twice.
   */
  void addUp() {
    boolean alone =
        (Boolean)
            database
                .createNativeQuery(
                    "select pg_try_advisory_xact_lock(hashtext('tallies'))", Boolean.class)
                .getSingleResult();
    if (alone) {
      database.createNativeQuery(ADD_UP).executeUpdate();
    }
  }
}
