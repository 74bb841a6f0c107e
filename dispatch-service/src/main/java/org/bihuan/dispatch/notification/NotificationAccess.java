package org.bihuan.dispatch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/** Whose inbox the caller reads: that of each of its roles, within what bounds the role. */
@ApplicationScoped
class NotificationAccess {

  private final Caller caller;

  NotificationAccess(Caller caller) {
    this.caller = caller;
  }

  /** The condition that a notification {@code e} was sent to the caller. */
  Criteria visible() {
    AnyOf ways = new AnyOf();
    for (String role : new String[] {Role.SPECIAL_TEAM, Role.TOP_LEADER}) {
      if (caller.hasAnyRole(role)) {
        ways.or("e.recipient.role = %s", role);
      }
    }
    for (String role : new String[] {Role.UNIT_HANDLER, Role.UNIT_LEADER}) {
      bounded(ways, role, Bound.UNIT);
    }
    bounded(ways, Role.LINE_LEADER, Bound.LINE);
    return ways.criteria();
  }

  private void bounded(AnyOf ways, String role, Bound bound) {
    if (caller.hasAnyRole(role)) {
      ways.or("e.recipient.role = %s and e.recipient.code in %s", role, caller.bound(bound));
    }
  }

  String subject() {
    return caller.subject();
  }
}
