package org.bihuan.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.intake.rewriting.Picture;

/**
 * Finds photos that were shown before: the picture that proves the work at one place proves none at
 * another. What a reply or re-check shows is compared with every photo in use but its own ones and
 * those of confidential complaints; what a reply shows as the state before is not.
 */
@ApplicationScoped
public class ReusedPictures {

  private static final String COMPARE =
      """
      insert into reused_picture (attachment_id, earlier_id, earlier_problem_id, different, found_at)
      select later.id, same.id, same.problem_id, same.different, :now
      from attachment later cross join lateral (
        select earlier.id,
          coalesce(earlier.problem_id, (select c.problem_id from complaint c where c.id = earlier.owner_id)) as problem_id,
          (select sum(bit_count(cast(one # other as bit(32))))
            from unnest(later.picture, earlier.picture) as bands (one, other)) as different
        from attachment earlier
        where earlier.picture && later.picture and earlier.id <> later.id and earlier.status = 'LINKED'
          and not earlier.confidential and earlier.owner_id <> later.owner_id
      ) same
      where later.id = any(:ids) and later.owner_kind in ('REPLY', 'RECHECK') and not later.shows_before
        and same.different <= :most
      order by later.id, same.different, same.id
      on conflict (attachment_id) do nothing
      returning cast(attachment_id as text), cast(earlier_id as text), cast(earlier_problem_id as text), different
      """;

  private static final String IN_PROBLEMS =
      """
      select cast(same.problem_id as text), min(same.different)
      from attachment asked cross join lateral (
        select coalesce(other.problem_id, (select c.problem_id from complaint c where c.id = other.owner_id)) as problem_id,
          (select sum(bit_count(cast(one # other_band as bit(32))))
            from unnest(asked.picture, other.picture) as bands (one, other_band)) as different
        from attachment other
        where other.picture && asked.picture and other.status = 'LINKED'
          and other.owner_kind in ('COMPLAINT', 'FINDING') and other.owner_id <> asked.owner_id
      ) same
      where asked.owner_id = :complaint and same.problem_id is not null and same.different <= :most
      group by same.problem_id order by 2, 1 desc limit :problems
      """;

  /** A picture that goes round is in more problems than anybody looks at. */
  private static final int MOST_PROBLEMS = 60;

  private final EntityManager database;

  ReusedPictures(EntityManager database) {
    this.database = database;
  }

  /**
   * Compares photos that a reply or re-check has just been given, each once.
   *
   * @return those that were shown before, each with the picture that is most like it
   */
  public List<ReusedPicture> compare(Collection<UUID> ids, Instant now) {
    return rows(
        database
            .createNativeQuery(COMPARE)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .setParameter("most", Picture.MOST_DIFFERENT)
            .setParameter("now", now)
            .getResultList());
  }

  /**
   * Problems of which another complaint or a finding shows the same picture as this complaint, also
   * in confidence: for those alone who read all complaints.
   *
   * @return by the id of the problem, in how many bits the two that are most alike differ
   */
  public Map<UUID, Integer> inProblems(UUID complaintId) {
    List<?> rows =
        database
            .createNativeQuery(IN_PROBLEMS)
            .setParameter("complaint", complaintId)
            .setParameter("most", Picture.MOST_DIFFERENT)
            .setParameter("problems", MOST_PROBLEMS)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> id(row[0]), row -> ((Number) row[1]).intValue()));
  }

  /** What was found of photos, each at most once. */
  public List<ReusedPicture> of(Collection<UUID> ids) {
    return rows(
        database
            .createNativeQuery(
                """
                select cast(attachment_id as text), cast(earlier_id as text),
                  cast(earlier_problem_id as text), different
                from reused_picture where attachment_id = any(:ids)
                """)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList());
  }

  private static List<ReusedPicture> rows(List<?> rows) {
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new ReusedPicture(id(row[0]), id(row[1]), id(row[2]), ((Number) row[3]).intValue()))
        .toList();
  }

  private static UUID id(Object text) {
    return text == null ? null : UUID.fromString((String) text);
  }
}
