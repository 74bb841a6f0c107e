package org.bihuan.intake.resident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every session of a resident. */
@ApplicationScoped
class ResidentSessions implements PanacheRepositoryBase<ResidentSession, UUID> {

  Optional<ResidentSession> valid(byte[] tokenHash, Instant now) {
    return find("tokenHash = ?1 and expiresAt > ?2", tokenHash, now).firstResultOptional();
  }

  /** Ends all sessions of a resident but the newest. */
  void keepNewest(UUID residentId, int most) {
    List<UUID> older =
        find("residentId = ?1 order by id desc", residentId).stream()
            .skip(most)
            .map(ResidentSession::id)
            .toList();
    if (!older.isEmpty()) {
      delete("id in ?1", older);
    }
  }

  /** Removes what has expired; ends are checked when a token is used, so this may come late. */
  void forgetExpired(Instant now, int most) {
    getEntityManager()
        .createNativeQuery(
            """
            delete from resident_session where id in (
              select id from resident_session where expires_at <= :now
              order by expires_at limit :most for update skip locked)
            """)
        .setParameter("now", now)
        .setParameter("most", most)
        .executeUpdate();
  }
}
