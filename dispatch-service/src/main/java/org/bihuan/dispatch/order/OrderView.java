package org.bihuan.dispatch.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.order.SupervisionOrder.Urgency;
import org.bihuan.kit.web.Versioned;

/**
 * A supervision order as the caller may see it now.
 *
 * @param serial its number, {@code null} as long as it is a draft
 * @param basis why it was issued, or {@code null}
 * @param basisKind what the basis is, or {@code null}
 * @param basisReference number or title of the basis, or {@code null}
 * @param basisOn day of the basis, or {@code null}
 * @param signer who signs it (签发人), or {@code null}
 * @param urgency how urgent it is
 * @param issuedAt when its limits began; {@code null} as long as it is a draft
 * @param status derived from the states of all its items
 * @param cancelledAt when it was called off as a whole, or {@code null}; its number is not given
 *     again
 * @param cancelReason why, at most 2000 characters, or {@code null}
 * @param cancelledBy who called it off, or {@code null}
 * @param allowedActions what the caller may do with it as a whole
 * @param itemCounts how many of its items within the caller's sight are in which state
 * @param items those within the caller's sight, oldest first; left out in lists
 * @param draft what it would take once it is issued; left out in lists and of what is issued
 */
public record OrderView(
    @NotNull UUID id,
    String serial,
    @NotNull OrderKind kind,
    @FreeText String basis,
    SourceKind basisKind,
    @FreeText String basisReference,
    LocalDate basisOn,
    String signer,
    Urgency urgency,
    @NotNull UnitName leadUnit,
    Instant issuedAt,
    @NotNull OrderStatus status,
    Instant cancelledAt,
    @FreeText String cancelReason,
    Actor cancelledBy,
    @NotNull List<OrderAction> allowedActions,
    Map<ItemStatus, Long> itemCounts,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<OrderItemView> items,
    @JsonInclude(JsonInclude.Include.NON_NULL) DraftView draft,
    long version)
    implements Versioned {

  /**
   * What a draft would take.
   *
   * @param jointUnits units that would help with all of it
   * @param items in the order in which they were named
   */
  public record DraftView(@NotNull List<UnitName> jointUnits, @NotNull List<DraftLineView> items) {}

  /**
   * One problem on a draft.
   *
   * @param orderItemId its item
   * @param demand what is to be done (整改要求), at most 2000 characters, or {@code null}
   * @param responsiblePerson who answers at the unit (责任人), or {@code null}
   * @param fault why the draft cannot take it any more: {@code item-moved} when it came on an order
   *     or left one since the draft was saved, {@code item-not-assignable} when a unit has it in
   *     hand or it has ended; {@code null} when it can
   */
  public record DraftLineView(
      @NotNull UUID problemId,
      @NotNull UUID orderItemId,
      @NotNull String problemSerial,
      @FreeText @NotNull String title,
      @NotNull DeadlineClass deadlineClass,
      @FreeText String demand,
      String responsiblePerson,
      String fault) {

    static DraftLineView of(DraftLine line, OrderItem item) {
      return new DraftLineView(
          line.problemId(),
          item.id(),
          item.problem().problemSerial(),
          item.problem().title(),
          line.deadlineClass(),
          line.demand(),
          line.responsiblePerson(),
          line.fault(item).orElse(null));
    }
  }

  static OrderView of(
      SupervisionOrder order,
      OrderStatus status,
      List<OrderAction> allowedActions,
      Map<ItemStatus, Long> itemCounts,
      List<OrderItemView> items,
      DraftView draft) {
    return new OrderView(
        order.id(),
        order.serial(),
        order.kind(),
        order.basis().words(),
        order.basis().kind(),
        order.basis().reference(),
        order.basis().day(),
        order.signer(),
        order.urgency(),
        order.leadUnit().published(),
        order.issuedAt(),
        status,
        order.cancelledAt(),
        order.cancelReason(),
        order.cancelledBy(),
        allowedActions,
        itemCounts,
        items,
        draft,
        order.version());
  }
}
