package org.bihuan.inspection.coverage.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Week;

/** All visits, to be read and counted. */
@ApplicationScoped
public class Visits {

  private static final Keyset<Visit> KEYSET =
      new Keyset<>(Visit.class, Visit::id).sortableBy("visitedAt", Visit::visitedAt);

  private static final String OF_WEEK = "where e.visitedAt >= :from and e.visitedAt < :to";

  // One probe of the index for each sub-district, however many visits there were.
  private static final String LAST =
      """
      select s.code, s.name,
        (select max(v.visited_at) from inspection_stop v where v.subdistrict_code = s.code and v.visited_at < :to)
      from subdistrict s order by s.code
      """;

  private static final String WITHIN =
      """
      select s.code, s.name, v.visits, v.last from subdistrict s cross join lateral (
        select count(*) as visits, max(visited_at) as last from inspection_stop
        where subdistrict_code = s.code and visited_at >= :from and visited_at < :to) v
      order by s.code
      """;

  private final EntityManager database;
  private final VisitingHours hours;

  Visits(EntityManager database, VisitingHours hours) {
    this.database = database;
    this.hours = hours;
  }

  Page<Visit> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(database, criteria, request);
  }

  /** Those of a week by sub-district and tier; what was not visited is not in it. */
  public List<VisitCount> of(Week week) {
    Criteria all = new Criteria().from("visitedAt", week.from()).before("visitedAt", week.to());
    Criteria night = hours.narrow(all.part(), true);
    Criteria weekend = all.part().equal("weekend", true);
    return KEYSET
        .countPartsBy(database, all, List.of(all.part(), night, weekend), "subdistrictCode", "tier")
        .stream()
        .map(Visits::count)
        .toList();
  }

  private static VisitCount count(Object[] row) {
    return new VisitCount(
        (String) row[0], (InspectionTier) row[1], (Long) row[2], (Long) row[3], (Long) row[4]);
  }

  /** Visits of a week of the tier LINE by work line, and those of no line under the empty text. */
  public Map<String, Long> ofLines(Week week) {
    return byLine(InspectionTier.LINE, week);
  }

  /** How many visits of a week are of {@code tier}. */
  public long ofTier(InspectionTier tier, Week week) {
    return byLine(tier, week).values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> byLine(InspectionTier tier, Week week) {
    return database
        .createQuery(
            "select coalesce(e.lineCode, ''), count(*) from Visit e "
                + OF_WEEK
                + " and e.tier = :tier group by coalesce(e.lineCode, '')",
            Object[].class)
        .setParameter("from", week.from())
        .setParameter("to", week.to())
        .setParameter("tier", tier)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** Every sub-district by code, with the last visit before {@code to}. */
  public List<LastVisit> last(Instant to) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> rows = database.createNativeQuery(LAST).setParameter("to", to).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new LastVisit((String) row[0], (String) row[1], (Instant) row[2]))
        .toList();
  }

  /** Every sub-district by code, with its visits from {@code from} on and before {@code to}. */
  public List<PlaceVisits> within(Instant from, Instant to) {
    List<?> rows =
        database
            .createNativeQuery(WITHIN)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new PlaceVisits((String) row[0], (String) row[1], (Long) row[2], (Instant) row[3]))
        .toList();
  }

  /**
   * How often a sub-district was visited within a time.
   *
   * @param lastVisitAt the last of these visits; {@code null} when there was none
   */
  public record PlaceVisits(String code, String name, long visits, Instant lastVisitAt) {}

  /**
   * When a sub-district was last visited.
   *
   * @param visitedAt {@code null} when it never was
   */
  public record LastVisit(String code, String name, Instant visitedAt) {}
}
