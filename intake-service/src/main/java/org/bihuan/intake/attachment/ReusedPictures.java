package org.bihuan.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
