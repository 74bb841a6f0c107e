package org.bihuan.inspection.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.UnitName;

/** Which unit has an order item, as dispatch told when it was last issued. */
@Entity
@Table(name = "issued_item")
public class IssuedItem {

  @Id private UUID id;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "order_serial")
  private String orderSerial;

  @Column(name = "unit_code")
  private String unitCode;

  @Column(name = "unit_name")
  private String unitName;

  private int sequence;

  protected IssuedItem() {}

  static IssuedItem of(ItemIssued issued) {
    IssuedItem item = new IssuedItem();
    item.id = issued.itemId();
    item.problemId = issued.problemId();
    item.take(issued);
    return item;
  }

  /** Goes with the newest issue; an older one that comes late changes nothing. */
  void follow(ItemIssued issued) {
    if (issued.sequence() > sequence) {
      take(issued);
    }
  }

  private void take(ItemIssued issued) {
    orderSerial = issued.orderSerial();
    unitCode = issued.leadUnit().code();
    unitName = issued.leadUnit().name();
    sequence = issued.sequence();
  }

  public UUID id() {
    return id;
  }

  /** Number of the order it is on. */
  public String orderSerial() {
    return orderSerial;
  }

  /** Whether this was told before the newest issue, and so could be about another unit. */
  public boolean isNewerThan(int toldSequence) {
    return sequence > toldSequence;
  }

  /** The unit that answers for it, as it was called then. */
  public UnitName unit() {
    return new UnitName(unitCode, unitName);
  }
}
