package org.bihuan.inspection.recheck.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Counts the re-checks that are to be done. */
@ApplicationScoped
class Loads {

  private static final String TO_DO =
      """
      from recheck r %s
      where r.status in ('PLANNED', 'ASSIGNED') and (r.kind = 'AFTER_REPLY' or r.advised_from <= :now) and not r.held
      """;

  private static final String BY_SUBDISTRICT =
      """
      select s.code, s.name, coalesce(l.open, 0), coalesce(l.unassigned, 0), coalesce(l.overdue, 0), l.next
      from subdistrict s left join (
        select r.subdistrict_code as code, count(*) as open, count(*) filter (where r.status = 'PLANNED') as unassigned,
          count(*) filter (where r.due_at < :now) as overdue, min(r.due_at) as next
        %s group by r.subdistrict_code) l on l.code = s.code
      order by s.code
      """
          .formatted(TO_DO.formatted(""));

  private static final String BY_INSPECTOR =
      """
      select i.subject, max(i.unit_code), count(*), count(*) filter (where r.due_at < :now), min(r.due_at)
      %s group by i.subject order by count(*) desc, i.subject
      """
          .formatted(TO_DO.formatted("join recheck_inspector i on i.recheck_id = r.id"));

  private static final String IN_ALL =
      """
      select count(*), count(*) filter (where r.status = 'PLANNED'), count(*) filter (where r.due_at < :now)
      %s
      """
          .formatted(TO_DO.formatted(""));

  private final EntityManager database;

  Loads(EntityManager database) {
    this.database = database;
  }

  /** Open, unassigned and overdue ones. */
  long[] inAll(Instant now) {
    Object[] row = rows(IN_ALL, now).get(0);
    return new long[] {count(row[0]), count(row[1]), count(row[2])};
  }

  List<Row> bySubdistrict(Instant now) {
    return rows(BY_SUBDISTRICT, now).stream()
        .map(
            row ->
                new Row(
                    (String) row[0],
                    (String) row[1],
                    count(row[2]),
                    count(row[3]),
                    count(row[4]),
                    (Instant) row[5]))
        .toList();
  }

  List<Row> byInspector(Instant now) {
    return rows(BY_INSPECTOR, now).stream()
        .map(
            row ->
                new Row(
                    (String) row[0],
                    (String) row[1],
                    count(row[2]),
                    0,
                    count(row[3]),
                    (Instant) row[4]))
        .toList();
  }

  /** What is to be done at a place or by a person; {@code label} is its name or unit. */
  record Row(String key, String label, long open, long unassigned, long overdue, Instant next) {}

  private static long count(Object value) {
    return ((Number) value).longValue();
  }

  private List<Object[]> rows(String query, Instant now) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> rows = database.createNativeQuery(query).setParameter("now", now).getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
