package org.bihuan.intake.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A secret of a webhook that another one has taken the place of, and that signs for a while. */
@Embeddable
class FormerSecret {

  private byte[] sealed;

  @Column(name = "ends_at")
  private Instant endsAt;

  protected FormerSecret() {}

  FormerSecret(byte[] sealed, Instant endsAt) {
    this.sealed = sealed;
    this.endsAt = endsAt;
  }

  byte[] sealed() {
    return sealed;
  }

  Instant endsAt() {
    return endsAt;
  }

  boolean signs(Instant now) {
    return now.isBefore(endsAt);
  }
}
