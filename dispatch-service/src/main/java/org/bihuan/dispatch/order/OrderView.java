package org.bihuan.dispatch.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.order.SupervisionOrder.OrderKind;
import org.bihuan.dispatch.order.SupervisionOrder.Urgency;
import org.bihuan.kit.web.Versioned;

/**
 * A supervision order as the caller may see it now.
 *
 * @param basis why it was issued, or {@code null}
 * @param basisKind what the basis is, or {@code null}
 * @param basisReference number or title of the basis, or {@code null}
 * @param basisOn day of the basis, or {@code null}
 * @param signer who signs it (签发人), or {@code null}
 * @param urgency how urgent it is
 * @param status derived from the states of all its items
 * @param itemCounts how many of its items within the caller's sight are in which state
 * @param items those within the caller's sight, oldest first; left out in lists
 */
public record OrderView(
    @NotNull UUID id,
    @NotNull String serial,
    @NotNull OrderKind kind,
    @FreeText String basis,
    SourceKind basisKind,
    @FreeText String basisReference,
    LocalDate basisOn,
    String signer,
    Urgency urgency,
    @NotNull UnitName leadUnit,
    @NotNull Instant issuedAt,
    @NotNull OrderStatus status,
    Map<ItemStatus, Long> itemCounts,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<OrderItemView> items,
    long version)
    implements Versioned {

  static OrderView of(
      SupervisionOrder order,
      OrderStatus status,
      Map<ItemStatus, Long> itemCounts,
      List<OrderItemView> items) {
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
        itemCounts,
        items,
        order.version());
  }
}
