package org.bihuan.intake.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.intake.problem.ProblemView.ComplaintLine;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every complaint. */
@ApplicationScoped
public class Complaints implements PanacheRepositoryBase<Complaint, UUID> {

  private static final Keyset<Complaint> PAGES = new Keyset<>(Complaint.class, Complaint::id);

  Page<Complaint> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The complaint {@code id} when it meets {@code visible}. */
  Optional<Complaint> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /**
   * The complaint a channel has already sent under its own number. Two requests with the same
   * number wait for each other here, so that the second finds what the first has stored.
   */
  public Optional<Complaint> alreadySent(String channel, String sourceRef) {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:number, 2)) as text)")
        .setParameter("number", channel + "\n" + sourceRef)
        .getSingleResult();
    return find("channel = ?1 and sourceRef = ?2", channel, sourceRef).firstResultOptional();
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
