package org.bihuan.intake.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.intake.problem.ProblemView.ComplaintLine;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every complaint. */
@ApplicationScoped
public class Complaints implements PanacheRepositoryBase<Complaint, UUID> {

  private static final Keyset<Complaint> PAGES =
      new Keyset<>(Complaint.class, Complaint::id).sortableBy("receivedAt", Complaint::receivedAt);

  Page<Complaint> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The complaint {@code id} when it meets {@code visible}. */
  Optional<Complaint> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /** The number under which a channel has sent a complaint. */
  public record Number(String channel, String sourceRef) {}

  /**
   * Of {@code numbers}, those already sent, with their complaints. Two transactions with the same
   * number wait for each other here, so that the second finds what the first has stored; all ask
   * for their locks in one order, so that none waits in a circle.
   */
  public Map<Number, Complaint> alreadySent(Collection<Number> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    String[] channels = numbers.stream().map(Number::channel).toArray(String[]::new);
    String[] sourceRefs = numbers.stream().map(Number::sourceRef).toArray(String[]::new);
    getEntityManager()
        .createNativeQuery(
            """
            select cast(pg_advisory_xact_lock(name) as text) from (
              select hashtextextended(channel || E'\\n' || source_ref, 2) as name
              from unnest(:channels, :sourceRefs) as number(channel, source_ref)
              order by 1) as names
            """)
        .setParameter("channels", channels)
        .setParameter("sourceRefs", sourceRefs)
        .getResultList();
    // The offset keeps the planner from a join over the whole table: PostgreSQL plans once, while
    // the table is still small, and would read all of it for long afterwards.
    List<?> sent =
        getEntityManager()
            .createNativeQuery(
                """
                select complaint.* from unnest(:channels, :sourceRefs) as number(channel_code, source_ref)
                cross join lateral (
                  select * from complaint
                  where complaint.channel_code = number.channel_code
                    and complaint.source_ref = number.source_ref
                  offset 0) as complaint
                """,
                Complaint.class)
            .setParameter("channels", channels)
            .setParameter("sourceRefs", sourceRefs)
            .getResultList();
    return sent.stream()
        .map(Complaint.class::cast)
        .collect(
            Collectors.toMap(
                complaint -> new Number(complaint.channel(), complaint.sourceRef()),
                Function.identity()));
  }

  public Optional<Complaint> tracked(String trackingCode) {
    return find(
            "from Complaint c left join fetch c.problem where c.trackingCode = ?1", trackingCode)
        .firstResultOptional();
  }

  /** Complaints of each problem in short, oldest first, in one query. */
  public Map<UUID, List<ComplaintLine>> linesByProblem(Collection<UUID> problemIds) {
    record Line(UUID problemId, ComplaintLine line) {}
    return getEntityManager()
        .createQuery(
            "select c.problem.id, c.id, c.serial, c.channel, c.receivedAt from Complaint c"
                + " where c.problem.id in :ids order by c.id",
            Object[].class)
        .setParameter("ids", problemIds)
        .getResultStream()
        .map(
            row ->
                new Line(
                    (UUID) row[0],
                    new ComplaintLine(
                        (UUID) row[1], (String) row[2], (String) row[3], (Instant) row[4])))
        .collect(
            Collectors.groupingBy(
                Line::problemId, Collectors.mapping(Line::line, Collectors.toList())));
  }
}
