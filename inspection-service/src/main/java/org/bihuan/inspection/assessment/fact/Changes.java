package org.bihuan.inspection.assessment.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

  /** Any number that no other lock of this database has. */
  private static final long LOCK = 7_300_410_001L;

  private final EntityManager database;

  Changes(EntityManager database) {
    this.database = database;
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
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
        .setParameter("lock", LOCK)
        .getSingleResult();
  }

  /** The same without waiting: {@code false} when somebody else does. */
  public boolean tryToHold() {
    return (Boolean)
        database
            .createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
            .setParameter("lock", LOCK)
            .getSingleResult();
  }

  /** Takes up to {@code most}; each problem with the earliest of its new facts. */
  public Map<UUID, Instant> take(int most) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                delete from assessment_change where id in (select id from assessment_change order by id limit :most)
                returning problem_id, occurred_at
                """)
            .setParameter("most", most)
            .getResultList();
    Map<UUID, Instant> taken = new HashMap<>();
    for (Object row : rows) {
      Object[] change = (Object[]) row;
      taken.merge((UUID) change[0], (Instant) change[1], (a, b) -> a.isBefore(b) ? a : b);
    }
    return taken;
  }
}
