package org.bihuan.dispatch.order;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.lifecycle.IllegalTransition;

/** What can be done to an order as a whole; anything else is done to its items. */
public enum OrderAction implements Action {
  /** A draft says something else. */
  EDIT,
  /** A draft is thrown away. */
  DISCARD,
  /** A draft gets its number, and the limits of its items begin. */
  ISSUE,
  /** 撤销. What has not ended is called off, and the number stays as a cancelled one (作废). */
  CANCEL;

  private static final Set<String> ROLES = Set.of(Role.SPECIAL_TEAM);

  @Override
  public Set<String> roles() {
    return ROLES;
  }

  /** What leads on from {@code status}. */
  static Set<OrderAction> allowed(OrderStatus status) {
    return switch (status) {
      case DRAFT -> Set.of(EDIT, DISCARD, ISSUE);
      case ISSUED, PARTIALLY_REPLIED, REPLIED -> Set.of(CANCEL);
      case CLOSED, CANCELLED -> Set.of();
    };
  }

  /**
   * Lets pass what is allowed.
   *
   * @throws IllegalTransition when {@code status} does not lead on by this
   */
  void check(OrderStatus status) {
    if (!allowed(status).contains(this)) {
      throw new IllegalTransition(status, this, allowed(status));
    }
  }
}
