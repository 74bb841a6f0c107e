package org.bihuan.dispatch.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.web.IfMatch;

/** Finds requests for who may see their items, and holds item and request for a decision. */
@ApplicationScoped
public class RequestAccess {

  private final ItemAccess items;
  private final UnitRequests requests;
  private final IfMatch ifMatch;

  RequestAccess(ItemAccess items, UnitRequests requests, IfMatch ifMatch) {
    this.items = items;
    this.requests = requests;
    this.ifMatch = ifMatch;
  }

  /** A request that is still open, and its item, which is held. */
  public record Held<R extends UnitRequest>(OrderItem item, R request) {}

  /** The requests of a kind for an item within the caller's sight, oldest first. */
  public <R extends UnitRequest> List<R> list(UUID itemId, Class<R> kind) {
    return requests.of(items.visible(itemId).id(), kind);
  }

  /**
   * One request of an item within the caller's sight.
   *
   * @throws NotFound {@code request-not-found}
   */
  public <R extends UnitRequest> R read(UUID itemId, UUID id, Class<R> kind) {
    return found(items.visible(itemId), id, kind);
  }

  /**
   * A request to decide about. Of two who decide at once the second finds it decided.
   *
   * @throws org.bihuan.kit.refusal.Conflict {@code already-decided}
   */
  public <R extends UnitRequest> Held<R> toDecide(UUID itemId, UUID id, Class<R> kind) {
    return open(items.toActOnPartOf(itemId), id, kind);
  }

  /** The same for the lead unit, which alone takes a request back. */
  public <R extends UnitRequest> Held<R> toWithdraw(UUID itemId, UUID id, Class<R> kind) {
    return open(items.toAnswerForPartOf(itemId), id, kind);
  }

  private <R extends UnitRequest> Held<R> open(OrderItem item, UUID id, Class<R> kind) {
    R request = found(item, id, kind);
    ifMatch.check(request.version());
    request.refuseDecided();
    return new Held<>(item, request);
  }

  private <R extends UnitRequest> R found(OrderItem item, UUID id, Class<R> kind) {
    return requests
        .ofItem(item.id(), id, kind)
        .orElseThrow(() -> new NotFound("request-not-found"));
  }
}
