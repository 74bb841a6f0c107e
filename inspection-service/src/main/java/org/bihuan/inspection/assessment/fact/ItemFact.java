package org.bihuan.inspection.assessment.fact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent;
import org.hibernate.annotations.Immutable;

/**
 * What dispatch told of an order item, as far as an assessment needs it. Kept once and never
 * changed: what is assessed is made of all of them, so that it is of no account in which order they
 * came.
 */
@Entity
@Immutable
@Table(name = "item_fact")
public class ItemFact {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "problem_id")
  private UUID problemId;

  private int sequence;

  @Enumerated(EnumType.STRING)
  private FactKind kind;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "order_serial")
  private String orderSerial;

  @Column(name = "unit_code")
  private String unitCode;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Column(name = "due_at")
  private Instant dueAt;

  private Integer round;
  private boolean photographed;
  private String subject;

  protected ItemFact() {}

  /** A fact that moves no limit and names no unit. */
  static ItemFact of(FactKind kind, DispatchEvent told) {
    ItemFact fact = new ItemFact();
    fact.id = idOf(told);
    fact.itemId = told.itemId();
    fact.problemId = told.problemId();
    fact.sequence = told.sequence();
    fact.kind = kind;
    fact.occurredAt = told.occurredAt();
    fact.subject = told.actor().subject();
    return fact;
  }

  /** The same item and sequence have the same id, however often they are told. */
  static UUID idOf(DispatchEvent told) {
    ByteBuffer name = ByteBuffer.allocate(20);
    name.putLong(told.itemId().getMostSignificantBits());
    name.putLong(told.itemId().getLeastSignificantBits());
    return UUID.nameUUIDFromBytes(name.putInt(told.sequence()).array());
  }

  ItemFact to(String unit, String order, DeadlineClass limitClass) {
    unitCode = unit;
    orderSerial = order;
    deadlineClass = limitClass;
    return this;
  }

  ItemFact until(Instant due) {
    dueAt = due;
    return this;
  }

  ItemFact inRound(int number) {
    round = number;
    return this;
  }

  ItemFact withPhotos(boolean any) {
    photographed = any;
    return this;
  }

  /** Follows from item and sequence. */
  public UUID id() {
    return id;
  }

  public UUID itemId() {
    return itemId;
  }

  public UUID problemId() {
    return problemId;
  }

  /** Place among the facts of the item, from 1. */
  public int sequence() {
    return sequence;
  }

  public FactKind kind() {
    return kind;
  }

  public Instant occurredAt() {
    return occurredAt;
  }

  /** Number of the order, of ISSUED only. */
  public String orderSerial() {
    return orderSerial;
  }

  /** The unit that it was issued to, of ISSUED only. */
  public String unitCode() {
    return unitCode;
  }

  /** Class of the limit, of ISSUED only. */
  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  /** End of the limit from this fact on, or {@code null} when it leaves it. */
  public Instant dueAt() {
    return dueAt;
  }

  /** Number of failed re-checks before, of replies and reviews only; else {@code null}. */
  public Integer round() {
    return round;
  }

  /** Whether a reply came with a photo of what was done. */
  public boolean photographed() {
    return photographed;
  }

  /** Opaque identifier of who did it. */
  public String subject() {
    return subject;
  }
}
