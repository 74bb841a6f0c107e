package org.bihuan.intake.problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.problem.ProblemView.ComplaintLine;
import org.bihuan.intake.source.SourceDetails;
import org.bihuan.kit.batching.SetInsert;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every problem. */
@ApplicationScoped
public class Problems implements PanacheRepositoryBase<Problem, UUID> {

  private static final Keyset<Problem> PAGES =
      new Keyset<>(Problem.class, Problem::id)
          .sortableBy("dueAt", "item.dueAt", Problem::dueAt)
          .sortableBy("filedAt", Problem::filedAt);

  private final DataSource dataSource;

  Problems(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Stores new problems as one set. */
  public void insert(List<Problem> problems) {
    SetInsert<Problem> set = new SetInsert<>(getEntityManager(), Problem.class);
    problems.forEach(set::add);
    set.write(dataSource);
  }

  Page<Problem> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The problem {@code id} when it meets {@code visible}. */
  Optional<Problem> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /** Those of {@code ids} that meet {@code visible}. */
  public Set<UUID> visibleAmong(Collection<UUID> ids, Criteria visible) {
    return PAGES.all(getEntityManager(), visible.copy().in("id", ids)).stream()
        .map(Problem::id)
        .collect(Collectors.toSet());
  }

  /** The problem that came from an inspection's finding. */
  public Optional<Problem> ofFinding(UUID findingId) {
    return find("findingId", findingId).firstResultOptional();
  }

  /**
   * The problem, held so that nobody decides about it at the same time.
   *
   * @return nothing when there is none
   */
  public Optional<Problem> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Those of {@code ids} that are open, held so that they stay it. One about which somebody decides
   * right now is left out, so that nobody is waited for.
   */
  public Map<UUID, Problem> openNow(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<?> open =
        getEntityManager()
            .createNativeQuery(
                """
                select * from problem
                where id in (:ids) and status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED')
                order by id for share skip locked
                """,
                Problem.class)
            .setParameter("ids", ids)
            .getResultList();
    return open.stream()
        .map(Problem.class::cast)
        .collect(Collectors.toMap(Problem::id, Function.identity()));
  }

  /** Complaints of each problem in short, oldest first, in one query. */
  Map<UUID, List<ComplaintLine>> complaintLines(Collection<UUID> problemIds) {
    record Line(UUID problemId, ComplaintLine line) {}
    return getEntityManager()
        .createQuery(
            "select c.problem.id, c.id, c.serial, c.channel, c.receivedAt, c.sourceKind, c.source"
                + " from Complaint c where c.problem.id in :ids order by c.id",
            Object[].class)
        .setParameter("ids", problemIds)
        .getResultStream()
        .map(
            row ->
                new Line(
                    (UUID) row[0],
                    new ComplaintLine(
                        (UUID) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Instant) row[4],
                        (SourceKind) row[5],
                        (SourceDetails) row[6])))
        .collect(
            Collectors.groupingBy(
                Line::problemId, Collectors.mapping(Line::line, Collectors.toList())));
  }
}
