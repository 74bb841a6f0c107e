package org.bihuan.dispatch.order;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.OrderKind;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * A supervision order (督办单): issued to a unit under a serial number, with one or many items. As a
 * draft it has no number and holds problems that it would take; nothing is owed by it. Once issued
 * it says the same for good; what happens, happens to its items, and its status is derived from
 * theirs. Items may leave it for a newer order before they are acknowledged; without any it counts
 * as cancelled, as it does when it is called off, and its number is not given again.
 */
@Entity
@Table(name = "supervision_order")
public class SupervisionOrder {

  @Id private UUID id;
  private String serial;

  @Enumerated(EnumType.STRING)
  private OrderKind kind;

  @Embedded private Basis basis;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String signer;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "lead_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "lead_unit_name"))
  private AssignedUnit leadUnit;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "issued_by")
  private String issuedBy;

  @ElementCollection
  @CollectionTable(name = "draft_line", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  private List<DraftLine> draftLines = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "draft_joint_unit", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private List<AssignedUnit> draftJointUnits = new ArrayList<>();

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "cancelled_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "cancelled_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "cancelled_by_subject"))
  private Author cancelledBy;

  @Version private long version;

  protected SupervisionOrder() {}

  /** How urgent an order is (紧急程度). */
  public enum Urgency {
    NORMAL,
    URGENT
  }

  /**
   * What an order says apart from its items.
   *
   * @param signer who signs it (签发人), or {@code null}
   */
  public record Head(
      OrderKind kind, Basis basis, Urgency urgency, String signer, AssignedUnit leadUnit) {

    /** Head of an order that needs no words. */
    public static Head routine(AssignedUnit leadUnit) {
      return new Head(OrderKind.ROUTINE, Basis.NONE, Urgency.NORMAL, null, leadUnit);
    }
  }

  /** Issues an order; its items follow. */
  static SupervisionOrder issue(Head head, String serial, Instant at, String by) {
    SupervisionOrder order = new SupervisionOrder();
    order.id = UuidCreator.getTimeOrderedEpoch();
    order.say(head);
    order.issue(serial, at, by);
    return order;
  }

  /** Begins a draft. */
  static SupervisionOrder draft(Head head, List<AssignedUnit> joint, List<DraftLine> lines) {
    SupervisionOrder order = new SupervisionOrder();
    order.id = UuidCreator.getTimeOrderedEpoch();
    order.redraft(head, joint, lines);
    return order;
  }

  private void say(Head head) {
    kind = head.kind();
    basis = head.basis();
    urgency = head.urgency();
    signer = head.signer();
    leadUnit = head.leadUnit();
  }

  /** Says something else, as long as it is a draft. */
  final void redraft(Head head, List<AssignedUnit> joint, List<DraftLine> lines) {
    say(head);
    draftJointUnits.clear();
    draftJointUnits.addAll(joint);
    draftLines.clear();
    draftLines.addAll(lines);
  }

  /** The draft becomes an order; its items follow. */
  final void issue(String number, Instant at, String by) {
    serial = number;
    issuedAt = at;
    issuedBy = by;
    draftLines.clear();
    draftJointUnits.clear();
  }

  /** It is called off; so are those of its items that have not ended. */
  void cancel(String reason, Instant at, Actor by) {
    cancelReason = reason;
    cancelledAt = at;
    cancelledBy = Author.of(by);
  }

  public UUID id() {
    return id;
  }

  /** Whether it has not been issued, so that it has no number and binds nobody. */
  public boolean isDraft() {
    return serial == null;
  }

  /** Whether it was called off as a whole. */
  boolean isCalledOff() {
    return cancelledAt != null;
  }

  /** {@code null} while it is a draft. */
  public String serial() {
    return serial;
  }

  public OrderKind kind() {
    return kind;
  }

  /** Why it was issued (督办依据). */
  public Basis basis() {
    return basis == null ? Basis.NONE : basis;
  }

  public Urgency urgency() {
    return urgency;
  }

  /** Who signs it (签发人), or {@code null}. */
  public String signer() {
    return signer;
  }

  public AssignedUnit leadUnit() {
    return leadUnit;
  }

  /** What a draft would take; empty once it is issued. */
  public List<DraftLine> draftLines() {
    return List.copyOf(draftLines);
  }

  /** Who would help with all of a draft; empty once it is issued. */
  public List<AssignedUnit> draftJointUnits() {
    return List.copyOf(draftJointUnits);
  }

  /** The limits of its items start here; {@code null} while it is a draft. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Opaque subject of who issued it, or the rule that did; {@code null} while it is a draft. */
  public String issuedBy() {
    return issuedBy;
  }

  /** When it was called off as a whole, or {@code null}. */
  public Instant cancelledAt() {
    return cancelledAt;
  }

  /** Why it was called off as a whole, or {@code null}. */
  public String cancelReason() {
    return cancelReason;
  }

  /** Who called it off as a whole, or {@code null}. */
  public Actor cancelledBy() {
    return cancelledBy == null ? null : cancelledBy.actor();
  }

  public long version() {
    return version;
  }
}
