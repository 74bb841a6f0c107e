package org.bihuan.dispatch.item;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * What an order says about one item (交办内容): which unit answers for it, which help, and what is
 * demanded, at once and for good. All of it is missing as long as the item is on no order.
 */
@Embeddable
public class Assignment {

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "order_serial")
  private String orderSerial;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "lead_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "lead_unit_name"))
  private AssignedUnit leadUnit;

  @ElementCollection
  @CollectionTable(name = "item_joint_unit", joinColumns = @JoinColumn(name = "item_id"))
  @OrderColumn(name = "position")
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private List<AssignedUnit> jointUnits = new ArrayList<>();

  /** Lead and joint units once more, for whoever looks up a unit's items: one index over both. */
  @Column(name = "unit_codes")
  private List<String> unitCodes = List.of();

  @Column(name = "responsible_person")
  private String responsiblePerson;

  private String demand;

  @Column(name = "standing_demand")
  private String standingDemand;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "return_until")
  private Instant returnUntil;

  @Column(name = "acknowledge_by")
  private Instant acknowledgeBy;

  protected Assignment() {}

  /**
   * What an order says about one item, and the limit that begins with it.
   *
   * @param demand what is to be done (整改要求), or {@code null}
   * @param responsiblePerson named by the special team or later by the unit (责任人), or {@code null}
   * @param why what decided that it is this unit
   */
  public record Terms(
      UUID orderId,
      String orderSerial,
      AssignedUnit leadUnit,
      List<AssignedUnit> jointUnits,
      DeadlineClass deadlineClass,
      Deadline deadline,
      String demand,
      String responsiblePerson,
      Why why) {}

  /** Of an item that is on no order yet. */
  static Assignment none() {
    return new Assignment();
  }

  /** From now on the item is on the order of {@code terms}, and on no other. */
  void take(Terms terms) {
    orderId = terms.orderId();
    orderSerial = terms.orderSerial();
    leadUnit = terms.leadUnit();
    jointUnits.clear();
    jointUnits.addAll(terms.jointUnits());
    unitCodes =
        Stream.concat(Stream.of(leadUnit), jointUnits.stream()).map(AssignedUnit::code).toList();
    demand = terms.demand();
    responsiblePerson = terms.responsiblePerson();
    issuedAt = terms.deadline().startedAt();
    returnUntil = terms.deadline().returnUntil();
    acknowledgeBy = terms.deadline().acknowledgeBy();
  }

  /** The unit has given it back. What was demanded stays, whoever gets it next. */
  void release() {
    orderId = null;
    orderSerial = null;
    leadUnit = null;
    jointUnits.clear();
    unitCodes = List.of();
    responsiblePerson = null;
    issuedAt = null;
    returnUntil = null;
    acknowledgeBy = null;
  }

  /** Its clock stood still: what the unit could do within a time, it can do so much longer. */
  void prolong(UnaryOperator<Instant> later) {
    returnUntil = returnUntil == null ? null : later.apply(returnUntil);
    acknowledgeBy = acknowledgeBy == null ? null : later.apply(acknowledgeBy);
  }

  /** Whose business it is has been settled: it is no longer returned. */
  void settle() {
    returnUntil = null;
  }

  /** The unit was urged to acknowledge, which is done once for an issue. */
  void urged() {
    acknowledgeBy = null;
  }

  /** The unit says who answers for it; {@code null} leaves that as it is. */
  void nameResponsible(String person) {
    responsiblePerson = person == null ? responsiblePerson : person;
  }

  /** With the acceptance of a reply comes a lasting demand; {@code null} leaves an earlier one. */
  void demandForGood(String lasting) {
    standingDemand = lasting == null ? standingDemand : lasting;
  }

  /** Whether the unit {@code code} answers for it. */
  public boolean isLedBy(String code) {
    return leadUnit != null && leadUnit.code().equals(code);
  }

  /** {@code null} while there is none. */
  public UUID orderId() {
    return orderId;
  }

  public String orderSerial() {
    return orderSerial;
  }

  /** Unit that answers for it, or {@code null} while there is none. */
  public AssignedUnit leadUnit() {
    return leadUnit;
  }

  public List<AssignedUnit> jointUnits() {
    return List.copyOf(jointUnits);
  }

  /** Codes of the lead unit and the joint ones; empty while it is on no order. */
  public List<String> unitCodes() {
    return unitCodes;
  }

  public String responsiblePerson() {
    return responsiblePerson;
  }

  public String demand() {
    return demand;
  }

  /** Lasting demand (长效要求), or {@code null}. */
  public String standingDemand() {
    return standingDemand;
  }

  /** Last moment at which the unit may return it, or {@code null}. */
  public Instant returnUntil() {
    return returnUntil;
  }

  /** When the unit is urged unless it has acknowledged; {@code null} once it was. */
  public Instant acknowledgeBy() {
    return acknowledgeBy;
  }

  /** When it came on the order. */
  public Instant issuedAt() {
    return issuedAt;
  }
}
