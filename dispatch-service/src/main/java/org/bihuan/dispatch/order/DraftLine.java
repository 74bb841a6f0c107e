package org.bihuan.dispatch.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;

/**
 * A problem that a draft would take.
 *
 * @param demand what is to be done (整改要求), or {@code null}
 * @param responsiblePerson who answers at the unit (责任人), or {@code null}
 * @param seenOrderId order that its item was on when the draft was saved, or {@code null}: who
 *     drafted it did not know of any later one
 */
@Embeddable
public record DraftLine(
    @Column(name = "problem_id") UUID problemId,
    @Column(name = "deadline_class") @Enumerated(EnumType.STRING) DeadlineClass deadlineClass,
    String demand,
    @Column(name = "responsible_person") String responsiblePerson,
    @Column(name = "seen_order_id") UUID seenOrderId) {

  static DraftLine of(NewOrderItem line, OrderItem item) {
    return new DraftLine(
        line.problemId(),
        line.deadlineClass(),
        line.demand(),
        line.responsiblePerson(),
        item.assignment().orderId());
  }

  /**
   * Why a draft cannot take {@code item}, if it cannot: its unit has it in hand or it has ended, or
   * it came on an order, or left one, since the draft was saved.
   */
  Optional<String> fault(OrderItem item) {
    if (!item.canBeOrdered()) {
      return Optional.of("item-not-assignable");
    }
    return Objects.equals(item.assignment().orderId(), seenOrderId)
        ? Optional.empty()
        : Optional.of("item-moved");
  }

  /** The same as an order would say it. */
  public NewOrderItem line() {
    return new NewOrderItem(problemId, deadlineClass, demand, responsiblePerson);
  }
}
