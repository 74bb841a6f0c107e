package org.bihuan.intake.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.intake.complaint.ComplaintView.GivenFeedback;
import org.bihuan.kit.batching.SetInsert;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every complaint. */
@ApplicationScoped
public class Complaints implements PanacheRepositoryBase<Complaint, UUID> {

  private static final Keyset<Complaint> PAGES =
      new Keyset<>(Complaint.class, Complaint::id).sortableBy("receivedAt", Complaint::receivedAt);

  private final DataSource dataSource;

  Complaints(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Stores new complaints as one set; their problems are stored already. */
  void insert(List<Complaint> complaints) {
    SetInsert<Complaint> set = new SetInsert<>(getEntityManager(), Complaint.class);
    complaints.forEach(set::add);
    set.write(dataSource);
  }

  public Page<Complaint> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The complaint {@code id} when it meets {@code visible}. */
  public Optional<Complaint> visible(UUID id, Criteria visible) {
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
    lock(
        """
        select hashtextextended(channel || E'\\n' || source_ref, 2) as name
        from unnest(:channels, :sourceRefs) as number(channel, source_ref)
        """,
        Map.of("channels", channels, "sourceRefs", sourceRefs));
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

  /** The complaints that a channel has sent under these numbers, with their problems. */
  public List<Complaint> numbered(String channel, Collection<String> sourceRefs) {
    return list(
        "from Complaint c left join fetch c.problem where c.channel = ?1 and c.sourceRef in ?2",
        channel,
        sourceRefs);
  }

  /**
   * For each of {@code contentKeys} the newest complaint that has it and belongs to a problem that
   * is open and was filed at {@code since} or later. Two transactions with the same key wait for
   * each other here, so that the second finds what the first has filed.
   */
  public Map<Long, Complaint> trackedWith(Collection<Long> contentKeys, Instant since) {
    if (contentKeys.isEmpty()) {
      return Map.of();
    }
    Long[] keys = contentKeys.stream().distinct().toArray(Long[]::new);
    lock("select name from unnest(:keys) as name", Map.of("keys", keys));
    List<?> tracked =
        getEntityManager()
            .createNativeQuery(
                """
                select complaint.* from unnest(:keys) as wanted(content_key)
                cross join lateral (
                  select complaint.* from complaint join problem on problem.id = complaint.problem_id
                  where complaint.content_key = wanted.content_key
                    and problem.status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED')
                    and problem.filed_at >= :since
                  order by complaint.id desc limit 1 offset 0) as complaint
                """,
                Complaint.class)
            .setParameter("keys", keys)
            .setParameter("since", since)
            .getResultList();
    return tracked.stream()
        .map(Complaint.class::cast)
        .collect(Collectors.toMap(Complaint::contentKey, Function.identity()));
  }

  /** Holds names for the rest of the transaction; in one order, so that none waits in a circle. */
  private void lock(String names, Map<String, Object> parameters) {
    Query query =
        getEntityManager()
            .createNativeQuery(
                "select cast(pg_advisory_xact_lock(name) as text) from (%s order by 1) as names"
                    .formatted(names));
    parameters.forEach(query::setParameter);
    query.getResultList();
  }

  /** All complaints of a problem, oldest first. */
  public List<Complaint> ofProblem(UUID problemId) {
    return list("problem.id = ?1 order by id", problemId);
  }

  /** How many complaints each of these problems has; those with none are left out. */
  public Map<UUID, Integer> counted(Collection<UUID> problemIds) {
    return counted(problemIds, "");
  }

  /**
   * How many complaints each of these problems has; those of which somebody told in confidence are
   * left out.
   */
  public Map<UUID, Integer> countedWithoutConfidential(Collection<UUID> problemIds) {
    return counted(
        problemIds, " having sum(case when c.reporter.confidential then 1 else 0 end) = 0");
  }

  private Map<UUID, Integer> counted(Collection<UUID> problemIds, String having) {
    return getEntityManager()
        .createQuery(
            "select c.problem.id, count(c) from Complaint c where c.problem.id in :ids"
                + " group by c.problem.id"
                + having,
            Object[].class)
        .setParameter("ids", problemIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> Math.toIntExact((Long) row[1])));
  }

  /** Those that wait and may belong to a problem. */
  public List<Complaint> likelyOf(UUID problemId) {
    return list("likelyProblem.id = ?1 order by id", problemId);
  }

  /**
   * The oldest complaints whose reporter has this number, in the order in which they came.
   *
   * @param phoneHashes its fingerprints, {@link
   *     org.bihuan.intake.reporter.ReporterVault#phoneHashes}
   */
  public List<Complaint> ofPhone(List<byte[]> phoneHashes, int most) {
    return find(
            "from Complaint c left join fetch c.problem where c.reporter.phoneHash in ?1 order by c.id",
            phoneHashes)
        .page(0, most)
        .list();
  }

  /**
   * The next complaints, oldest first, that ended before a moment and whose reporter is still kept;
   * held until the transaction ends, and passed over where another transaction holds them. Reads
   * those of that time alone whose reporter is kept, in the order in which they came.
   *
   * @param afterAt when the last one was received that was handed out before
   * @param after its id
   */
  public List<Complaint> endedBefore(Instant before, Instant afterAt, UUID after, int most) {
    List<?> ended =
        getEntityManager()
            .createNativeQuery(
                """
                select c.* from complaint c left join problem p on p.id = c.problem_id
                where (c.received_at, c.id) > (:afterAt, :after) and c.received_at < :before
                  and c.reporter_purged_at is null
                  and :before > case
                    when c.status in ('HANDED_OVER', 'REJECTED', 'WITHDRAWN') then coalesce(c.changed_at, c.received_at)
                    when p.status in ('WRITTEN_OFF', 'CANCELLED', 'MERGED') then coalesce(p.written_off_at, p.changed_at, p.filed_at)
                    end
                order by c.received_at, c.id limit :most
                for update of c skip locked
                """,
                Complaint.class)
            .setParameter("afterAt", afterAt)
            .setParameter("after", after)
            .setParameter("before", before)
            .setParameter("most", most)
            .getResultList();
    return ended.stream().map(Complaint.class::cast).toList();
  }

  public Optional<Complaint> tracked(String trackingCode) {
    return find(
            "from Complaint c left join fetch c.problem where c.trackingCode = ?1", trackingCode)
        .firstResultOptional();
  }

  /** What the reporters of these complaints said after the write-off, by complaint. */
  public Map<UUID, GivenFeedback> feedbackOn(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return getEntityManager()
        .createQuery(
            "select f.complaint.id, f.resolved, f.satisfaction, f.comment, f.way, f.givenAt"
                + " from Feedback f where f.complaint.id in :ids",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> (UUID) row[0],
                row ->
                    new GivenFeedback(
                        (Boolean) row[1],
                        (Integer) row[2],
                        (String) row[3],
                        (FeedbackWay) row[4],
                        (Instant) row[5])));
  }
}
