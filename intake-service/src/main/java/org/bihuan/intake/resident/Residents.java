package org.bihuan.intake.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/**
 * Every resident who has logged in by the mini-program. Nothing is kept of them but a keyed
 * fingerprint of what the app calls them, and when they came.
 */
@ApplicationScoped
class Residents {

  private final EntityManager database;

  Residents(EntityManager database) {
    this.database = database;
  }

  /**
   * The resident with this fingerprint, who becomes known now if need be. Two logins of one at the
   * same moment wait for each other here until the transaction ends.
   */
  UUID loggedIn(UUID newId, byte[] loginHash, Instant now) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    Object id =
        database
            .createNativeQuery(
                """
                insert into resident (id, login_hash, created_at, last_login_at)
                values (:id, :hash, :now, :now)
                on conflict (login_hash) do update set last_login_at = excluded.last_login_at
                returning cast(id as text)
                """)
            .setParameter("id", newId)
            .setParameter("hash", loginHash)
            .setParameter("now", now)
            .getSingleResult();
    return UUID.fromString((String) id);
  }

  /** Knows by the current key who was known by a former one, unless both are known. */
  void recognise(byte[] formerHash, byte[] loginHash) {
    database
        .createNativeQuery(
            """
            update resident set login_hash = :hash where login_hash = :former
              and not exists (select 1 from resident where login_hash = :hash)
            """)
        .setParameter("hash", loginHash)
        .setParameter("former", formerHash)
        .executeUpdate();
  }

  /**
   * Forgets those who have not come since {@code before} and of whom no complaint is kept.
   *
   * @param before longer ago than a session lasts, so that none of theirs is in use
   */
  void forget(Instant before, int most) {
    database
        .createNativeQuery(
            """
            delete from resident where id in (
              select id from resident r where last_login_at < :before
                and not exists (select 1 from resident_session where resident_id = r.id)
                and not exists (select 1 from complaint where resident_id = r.id)
              order by last_login_at limit :most for update skip locked)
            """)
        .setParameter("before", before)
        .setParameter("most", most)
        .executeUpdate();
  }
}
