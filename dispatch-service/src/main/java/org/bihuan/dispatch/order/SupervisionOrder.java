package org.bihuan.dispatch.order;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * A supervision order (督办单): issued to a unit under a serial number, with one or many items. It is
 * never changed; what happens, happens to its items, and its status is derived from theirs. Items
 * may leave it for a newer order before they are acknowledged; without any it counts as cancelled,
 * and its number is not given again.
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

  @Version private long version;

  protected SupervisionOrder() {}

  /** What form an order has. */
  public enum OrderKind {
    /** Made by rule, or by assigning one item by hand. */
    ROUTINE,
    /** 专项督办单: made by the special team. */
    SPECIAL,
    /** 督查专报 used as an order [brief]. */
    BULLETIN
  }

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
    static Head routine(AssignedUnit leadUnit) {
      return new Head(OrderKind.ROUTINE, Basis.NONE, Urgency.NORMAL, null, leadUnit);
    }
  }

  /** Issues an order; its items follow. */
  static SupervisionOrder issue(Head head, String serial, Instant at, String by) {
    SupervisionOrder order = new SupervisionOrder();
    order.id = UuidCreator.getTimeOrderedEpoch();
    order.serial = serial;
    order.kind = head.kind();
    order.basis = head.basis();
    order.urgency = head.urgency();
    order.signer = head.signer();
    order.leadUnit = head.leadUnit();
    order.issuedAt = at;
    order.issuedBy = by;
    return order;
  }

  public UUID id() {
    return id;
  }

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

  /** On a whole second; the limits of its items start here. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** Opaque subject of who issued it, or the rule that did. */
  public String issuedBy() {
    return issuedBy;
  }

  public long version() {
    return version;
  }
}
