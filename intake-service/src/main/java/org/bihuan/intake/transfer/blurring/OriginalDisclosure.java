package org.bihuan.intake.transfer.blurring;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.hibernate.annotations.Immutable;

/** That somebody looked at a photo as it was before it was blurred, and why. Written once. */
@Entity
@Immutable
@Table(name = "original_disclosure")
class OriginalDisclosure {

  @Id private UUID id;

  @Column(name = "attachment_id")
  private UUID attachmentId;

  private String reason;

  @Column(name = "disclosed_at")
  private Instant disclosedAt;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "actor_subject")
  private String actorSubject;

  protected OriginalDisclosure() {}

  static OriginalDisclosure of(UUID attachmentId, String reason, Actor actor, Instant now) {
    OriginalDisclosure disclosure = new OriginalDisclosure();
    disclosure.id = UuidCreator.getTimeOrderedEpoch();
    disclosure.attachmentId = attachmentId;
    disclosure.reason = reason;
    disclosure.disclosedAt = now;
    disclosure.actorRole = actor.role();
    disclosure.actorSubject = actor.subject();
    return disclosure;
  }

  UUID id() {
    return id;
  }

  String reason() {
    return reason;
  }
}
