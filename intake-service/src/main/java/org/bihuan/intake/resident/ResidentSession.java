package org.bihuan.intake.resident;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A login of a resident. Its token is shown once and kept as a hash. */
@Entity
@Table(name = "resident_session")
class ResidentSession {

  @Id private UUID id;

  @Column(name = "resident_id")
  private UUID residentId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected ResidentSession() {}

  static ResidentSession open(UUID residentId, byte[] tokenHash, Instant now, Instant expiresAt) {
    ResidentSession session = new ResidentSession();
    session.id = UuidCreator.getTimeOrderedEpoch();
    session.residentId = residentId;
    session.tokenHash = tokenHash;
    session.createdAt = now;
    session.expiresAt = expiresAt;
    return session;
  }

  UUID id() {
    return id;
  }

  UUID residentId() {
    return residentId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
