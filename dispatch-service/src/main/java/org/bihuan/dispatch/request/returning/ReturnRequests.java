package org.bihuan.dispatch.request.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.request.RequestAccess;
import org.bihuan.dispatch.request.RequestAccess.Held;
import org.bihuan.dispatch.request.UnitRequests;
import org.bihuan.dispatch.unit.AssignedUnit;

/** The requests to return an item. */
@ApplicationScoped
class ReturnRequests {

  private final UnitRequests all;
  private final RequestAccess access;

  ReturnRequests(UnitRequests all, RequestAccess access) {
    this.all = all;
    this.access = access;
  }

  void add(ReturnRequest request) {
    all.persistAndFlush(request);
  }

  List<ReturnRequest> visible(UUID itemId) {
    return access.list(itemId, ReturnRequest.class);
  }

  ReturnRequest visible(UUID itemId, UUID id) {
    return access.read(itemId, id, ReturnRequest.class);
  }

  Held<ReturnRequest> toDecide(UUID itemId, UUID id) {
    return access.toDecide(itemId, id, ReturnRequest.class);
  }

  Held<ReturnRequest> toWithdraw(UUID itemId, UUID id) {
    return access.toWithdraw(itemId, id, ReturnRequest.class);
  }

  /** Whether {@code other} has once returned the item and its lead unit got it then. */
  boolean movedBetween(OrderItem item, AssignedUnit other) {
    String lead = item.assignment().leadUnit().code();
    return other != null
        && all.of(item.id(), ReturnRequest.class).stream()
            .anyMatch(request -> request.moved(other.code(), lead));
  }

  /** The request in the version that the transaction leaves. */
  ReturnRequestView written(ReturnRequest request) {
    all.flush();
    return ReturnRequestView.of(request);
  }
}
