package org.bihuan.inspection.assessment.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Problems about which there are facts that no entry of an assessment knows yet. Noted in the
 * transaction of the fact, by any number of them at once; worked off by one at a time.
 */
@ApplicationScoped
public class Changes {

  /** Until a problem whose entries could not be made is tried again. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final String TAKE =
      """
      delete from assessment_change
      where id in (select id from assessment_change where %s order by id limit :most)
      returning problem_id, occurred_at
      """;

  private final EntityManager database;
  private final Clock clock;

  Changes(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * There is a new fact about {@code problem}.
   *
   * @param occurredAt when it happened, by which it is told whether it came after a closing that
   *     should have known it
   */
  public void note(UUID problem, Instant occurredAt) {
    database
        .createNativeQuery(
            "insert into assessment_change (problem_id, occurred_at) values (:problem, :at)")
        .setParameter("problem", problem)
        .setParameter("at", occurredAt)
        .executeUpdate();
  }

  /** Waits until nobody else works them off, and keeps it so until the end of the transaction. */
  public void hold() {
    database
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('assessment'))")
        .getSingleResult();
  }

  /** The same without waiting: {@code false} when somebody else does. */
  public boolean tryToHold() {
    return (Boolean)
        database
            .createNativeQuery("select pg_try_advisory_xact_lock(hashtext('assessment'))")
            .getSingleResult();
  }

  /**
   * Takes up to {@code most}; each problem with the earliest of its new facts. What was put off is
   * taken once its time has come.
   */
  public Map<UUID, Instant> take(int most) {
    return taken(
        database
            .createNativeQuery(TAKE.formatted("retry_at is null or retry_at <= :now"))
            .setParameter("now", clock.instant())
            .setParameter("most", most)
            .getResultList());
  }

  /** The same without problems that were put off, whatever came of them since. */
  public Map<UUID, Instant> takeSound(int most) {
    return taken(
        database
            .createNativeQuery(
                TAKE.formatted(
                    "problem_id not in (select problem_id from assessment_change where retry_at is not null)"))
            .setParameter("most", most)
            .getResultList());
  }

  private static Map<UUID, Instant> taken(List<?> rows) {
    Map<UUID, Instant> taken = new HashMap<>();
    for (Object row : rows) {
      Object[] change = (Object[]) row;
      taken.merge((UUID) change[0], (Instant) change[1], (a, b) -> a.isBefore(b) ? a : b);
    }
    return taken;
  }

  /** Puts a problem off whose entries could not be made, so that the others do not wait for it. */
  public void putOff(UUID problem) {
    database
        .createNativeQuery(
            "update assessment_change set retry_at = :at where problem_id = :problem")
        .setParameter("at", clock.instant().plus(PAUSE))
        .setParameter("problem", problem)
        .executeUpdate();
  }

  /** How many problems are put off. */
  long countPutOff() {
    Object count =
        database
            .createNativeQuery(
                "select count(distinct problem_id) from assessment_change where retry_at is not null")
            .getSingleResult();
    return ((Number) count).longValue();
  }
}
