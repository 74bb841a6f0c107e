package org.bihuan.intake.problem;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemPlanDateSet;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.DispatchEvent.ItemUnassigned;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.UnitName;

/**
 * The order item of a problem, as far as dispatch has told of it. Its facts are numbered, so that a
 * late or repeated one is told apart from news.
 */
@Embeddable
public class ToldItem {

  @Column(name = "item_sequence")
  private int sequence;

  @Column(name = "order_item_id")
  private UUID id;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "order_serial")
  private String orderSerial;

  @Column(name = "lead_unit_code")
  private String leadUnitCode;

  @Column(name = "lead_unit_name")
  private String leadUnitName;

  @Column(name = "joint_unit_codes")
  private List<String> jointUnitCodes = List.of();

  /** All of them, the lead unit first; made by the database, for conditions alone. */
  @Column(name = "unit_codes", insertable = false, updatable = false)
  private List<String> unitCodes;

  @Column(name = "unassigned_reason")
  private String unassignedReason;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "replied_at")
  private Instant repliedAt;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "rework_count")
  private int reworkCount;

  @Column(name = "standing_demand")
  private String standingDemand;

  protected ToldItem() {}

  /** Nothing has been told yet. */
  static ToldItem nothing() {
    return new ToldItem();
  }

  /** Whether the fact is news; from then on it is not. */
  boolean isNews(DispatchEvent fact) {
    if (fact.sequence() <= sequence) {
      return false;
    }
    sequence = fact.sequence();
    return true;
  }

  /** Whether nothing newer than this fact has been told. */
  public boolean isNewest(DispatchEvent fact) {
    return fact.sequence() == sequence;
  }

  /** No unit has it: none was found, or the one that had it has returned it. */
  void apply(ItemUnassigned fact) {
    id = fact.itemId();
    orderId = null;
    orderSerial = null;
    leadUnitCode = null;
    leadUnitName = null;
    jointUnitCodes = List.of();
    dueAt = null;
    unassignedReason = fact.reason().name();
  }

  void apply(ItemIssued fact) {
    id = fact.itemId();
    orderId = fact.orderId();
    orderSerial = fact.orderSerial();
    leadUnitCode = fact.leadUnit().code();
    leadUnitName = fact.leadUnit().name();
    jointUnitCodes = fact.jointUnits().stream().map(UnitName::code).toList();
    dueAt = fact.dueAt();
    unassignedReason = null;
  }

  /** The unit's final reply: its clock stops. */
  void applyFinalReply(ItemReplied fact) {
    repliedAt = fact.occurredAt();
  }

  void apply(ReplyAccepted fact) {
    standingDemand = fact.standingDemand() == null ? standingDemand : fact.standingDemand();
  }

  void apply(ReplyReturned fact) {
    repliedAt = null;
    dueAt = fact.dueAt();
  }

  void apply(ReworkOrdered fact) {
    repliedAt = null;
    reworkCount = fact.reworkCount();
    dueAt = fact.dueAt();
  }

  void apply(ItemExtensionDecided fact) {
    dueAt = fact.dueAt();
  }

  void apply(ItemPlanDateSet fact) {
    dueAt = fact.dueAt();
  }

  /** Its clock stands; another day of review changes nothing about that. */
  void apply(ItemSuspended fact) {
    suspendedAt = suspendedAt == null ? fact.occurredAt() : suspendedAt;
  }

  void apply(ItemResumed fact) {
    suspendedAt = null;
    dueAt = fact.dueAt();
  }

  /**
   * Whether the limit was over when the clock was stopped, by the final reply or a suspension, or
   * is at {@code now} while it runs.
   */
  boolean isLate(Instant now) {
    Instant stoppedAt = suspendedAt == null ? repliedAt : suspendedAt;
    return dueAt != null && (stoppedAt == null ? now : stoppedAt).isAfter(dueAt);
  }

  /** Whether a final reply came and was not sent back. */
  boolean isReplied() {
    return repliedAt != null;
  }

  /** {@code null} while there is none. */
  public UUID id() {
    return id;
  }

  public UUID orderId() {
    return orderId;
  }

  public String orderSerial() {
    return orderSerial;
  }

  /** The responsible unit, or {@code null} while there is none. */
  public UnitName leadUnit() {
    return leadUnitCode == null ? null : new UnitName(leadUnitCode, leadUnitName);
  }

  public List<String> jointUnitCodes() {
    return jointUnitCodes;
  }

  public String unassignedReason() {
    return unassignedReason;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public int reworkCount() {
    return reworkCount;
  }

  public String standingDemand() {
    return standingDemand;
  }
}
