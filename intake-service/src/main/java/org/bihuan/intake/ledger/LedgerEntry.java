package org.bihuan.intake.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.hibernate.annotations.Immutable;

/**
 * One fact on the ledger (台账). It is written once, in the transaction of what it tells, and never
 * changed; the sealer gives it its place in the chain within a second.
 */
@Entity
@Immutable
@Table(name = "ledger_entry")
public class LedgerEntry {

  @Id private UUID id;
  private String kind;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "actor_unit")
  private String actorUnit;

  @Column(name = "actor_subject")
  private String actorSubject;

  private String content;

  @Column(insertable = false)
  private Long sequence;

  @Column(name = "previous_hash", insertable = false)
  private byte[] previousHash;

  @Column(insertable = false)
  private byte[] hash;

  protected LedgerEntry() {}

  LedgerEntry(
      UUID id,
      String kind,
      UUID problemId,
      UUID complaintId,
      Instant occurredAt,
      Instant recordedAt,
      Actor actor,
      String content) {
    this.id = id;
    this.kind = kind;
    this.problemId = problemId;
    this.complaintId = complaintId;
    this.occurredAt = occurredAt;
    this.recordedAt = recordedAt;
    this.actorRole = actor.role();
    this.actorUnit = actor.unitCode();
    this.actorSubject = actor.subject();
    this.content = content;
  }

  /** Id of the event the entry tells of. */
  public UUID id() {
    return id;
  }

  /** Wire name of the event, e.g. {@code dispatch.item-issued.v1}. */
  public String kind() {
    return kind;
  }

  public UUID problemId() {
    return problemId;
  }

  public UUID complaintId() {
    return complaintId;
  }

  public Instant occurredAt() {
    return occurredAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Actor actor() {
    return new Actor(actorRole, actorUnit, actorSubject);
  }

  /** The fact as JSON, to the letter as it was hashed. */
  public String content() {
    return content;
  }

  /** Place in the chain from 1, or {@code null} while not yet sealed. */
  public Long sequence() {
    return sequence;
  }

  /** Hash of the entry before, or {@code null} while not yet sealed. */
  public byte[] previousHash() {
    return previousHash;
  }

  /** SHA-256 that binds the entry to all before it, or {@code null} while not yet sealed. */
  public byte[] hash() {
    return hash;
  }
}
