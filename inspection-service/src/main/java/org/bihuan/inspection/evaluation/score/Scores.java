package org.bihuan.inspection.evaluation.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Scores, counted from what was observed. */
@ApplicationScoped
public class Scores {

  static final String COUNTS =
      """
      count(*) filter (where o.outcome = 'PASSED'), count(*) filter (where o.outcome = 'FAILED'),
      coalesce(sum(o.weight) filter (where o.outcome = 'PASSED'), 0),
      coalesce(sum(o.weight) filter (where o.outcome <> 'NOT_APPLICABLE'), 0), count(*)
      """;

  private static final String OF_EVALUATIONS =
      "select cast(o.evaluation_id as text), "
          + COUNTS
          + " from observation o where o.evaluation_id = any(:ids) group by 1";

  private static final String OF_POINTS =
      "select cast(o.point_id as text), "
          + COUNTS
          + " from observation o where o.point_id = any(:ids) group by 1";

  private final EntityManager database;

  Scores(EntityManager database) {
    this.database = database;
  }

  /** The score of each of these evaluations; one without observations is missing. */
  public Map<UUID, Score> ofEvaluations(Collection<UUID> ids) {
    return byId(OF_EVALUATIONS, ids);
  }

  /** The score of each of these points; one without observations is missing. */
  public Map<UUID, Score> ofPoints(Collection<UUID> ids) {
    return byId(OF_POINTS, ids);
  }

  private Map<UUID, Score> byId(String query, Collection<UUID> ids) {
    List<?> rows =
        database
            .createNativeQuery(query)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> UUID.fromString((String) row[0]), row -> score(row, 1)));
  }

  /** The scores of an evaluation told apart by {@code by}, in the order of their keys. */
  public List<Part> of(ScoreBy by, UUID evaluationId) {
    List<?> rows =
        database
            .createNativeQuery(by.query())
            .setParameter("evaluation", evaluationId)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Part((String) row[0], (String) row[1], score(row, 2)))
        .toList();
  }

  private static Score score(Object[] row, int first) {
    return new Score(
        (Long) row[first],
        (Long) row[first + 1],
        (BigDecimal) row[first + 2],
        (BigDecimal) row[first + 3],
        (Long) row[first + 4]);
  }

  /**
   * Part of a score.
   *
   * @param key by which it is told apart
   * @param name what that is called
   */
  public record Part(String key, String name, Score score) {}
}
