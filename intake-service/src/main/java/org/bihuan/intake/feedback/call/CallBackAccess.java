package org.bihuan.intake.feedback.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/**
 * Which call-backs the caller sees and makes: the special team all, a clerk those of its channel.
 */
@ApplicationScoped
class CallBackAccess {

  private final CallBacks calls;
  private final Caller caller;

  CallBackAccess(CallBacks calls, Caller caller) {
    this.calls = calls;
    this.caller = caller;
  }

  /** The condition that a call-back {@code e} is within sight. */
  Criteria criteria() {
    return caller.hasAnyRole(Role.SPECIAL_TEAM)
        ? new Criteria()
        : new Criteria().in("complaint.channel", caller.bound(Bound.CHANNEL));
  }

  /**
   * The call-back {@code id}, to act on.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  CallBack toActOn(UUID id) {
    return calls.visible(id, criteria()).orElseThrow(() -> new NotFound("call-back-not-found", id));
  }

  /** The caller as ledger and events name it. */
  Actor actor() {
    return caller.actor();
  }
}
