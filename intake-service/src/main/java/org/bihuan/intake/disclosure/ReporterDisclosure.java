package org.bihuan.intake.disclosure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.hibernate.annotations.Immutable;

/** That somebody looked at a reporter's name and phone in full, and why. Written once. */
@Entity
@Immutable
@Table(name = "reporter_disclosure")
public class ReporterDisclosure {

  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  private String reason;

  @Column(name = "disclosed_at")
  private Instant disclosedAt;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "actor_subject")
  private String actorSubject;

  protected ReporterDisclosure() {}

  static ReporterDisclosure of(UUID complaintId, String reason, Actor actor, Instant now) {
    ReporterDisclosure disclosure = new ReporterDisclosure();
    disclosure.id = UuidCreator.getTimeOrderedEpoch();
    disclosure.complaintId = complaintId;
    disclosure.reason = reason;
    disclosure.disclosedAt = now;
    disclosure.actorRole = actor.role();
    disclosure.actorSubject = actor.subject();
    return disclosure;
  }

  public UUID id() {
    return id;
  }

  public UUID complaintId() {
    return complaintId;
  }

  public String reason() {
    return reason;
  }

  public Instant disclosedAt() {
    return disclosedAt;
  }

  public String actorRole() {
    return actorRole;
  }
}
