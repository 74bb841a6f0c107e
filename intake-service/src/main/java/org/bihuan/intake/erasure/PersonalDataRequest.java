package org.bihuan.intake.erasure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.hibernate.annotations.Immutable;

/**
 * That somebody asked for their own data or its erasure, and what came of it, without any of the
 * data. Written once.
 */
@Entity
@Immutable
@Table(name = "personal_data_request")
public class PersonalDataRequest {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private PersonalDataRequestKind kind;

  @Column(name = "by_phone")
  private boolean byPhone;

  private String reason;
  private int complaints;
  private int erased;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "actor_unit")
  private String actorUnit;

  @Column(name = "actor_subject")
  private String actorSubject;

  protected PersonalDataRequest() {}

  /**
   * Takes a request down.
   *
   * @param byPhone whether a number said which complaints were meant, and not a tracking code
   * @param reason {@code null} when the person asked without anybody's help
   * @param complaints how many were found
   * @param erased of how many the reporter was erased by it
   */
  static PersonalDataRequest of(
      PersonalDataRequestKind kind,
      boolean byPhone,
      String reason,
      int complaints,
      int erased,
      Actor actor,
      Instant now) {
    PersonalDataRequest request = new PersonalDataRequest();
    request.id = UuidCreator.getTimeOrderedEpoch();
    request.kind = kind;
    request.byPhone = byPhone;
    request.reason = reason;
    request.complaints = complaints;
    request.erased = erased;
    request.madeAt = now;
    request.actorRole = actor.role();
    request.actorUnit = actor.unitCode();
    request.actorSubject = actor.subject();
    return request;
  }

  UUID id() {
    return id;
  }

  PersonalDataRequestKind kind() {
    return kind;
  }

  boolean isByPhone() {
    return byPhone;
  }

  String reason() {
    return reason;
  }

  int complaints() {
    return complaints;
  }

  int erased() {
    return erased;
  }

  Instant madeAt() {
    return madeAt;
  }

  Actor actor() {
    return new Actor(actorRole, actorUnit, actorSubject);
  }
}
