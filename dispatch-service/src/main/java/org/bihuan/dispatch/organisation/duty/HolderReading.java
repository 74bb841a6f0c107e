package org.bihuan.dispatch.organisation.duty;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.dispatch.organisation.leader.Leader;
import org.bihuan.dispatch.organisation.leader.Leaders;
import org.bihuan.dispatch.organisation.leader.LeadingBodies;
import org.bihuan.dispatch.organisation.leader.LeadingBody;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.kit.refusal.Invalid;

/** Finds who is to hold a new duty. */
@ApplicationScoped
class HolderReading {

  private final Leaders leaders;
  private final LeadingBodies bodies;

  HolderReading(Leaders leaders, LeadingBodies bodies) {
    this.leaders = leaders;
    this.bodies = bodies;
  }

  /**
   * The duty in the hands of its holder.
   *
   * @throws Invalid when there is no such holder, or the leader is not in office for all of the
   *     span
   */
  Duty of(NewDuty wanted, Duty.Charge charge, Span span) {
    if (wanted.leaderCode() == null) {
      LeadingBody body =
          bodies
              .called(wanted.bodyCode())
              .orElseThrow(() -> new Invalid("bodyCode", bodies.fault()));
      return Duty.of(body, charge, span);
    }
    Leader leader =
        leaders
            .held(wanted.leaderCode())
            .orElseThrow(() -> new Invalid("leaderCode", leaders.fault()));
    if (!leader.span().holds(span)) {
      throw new Invalid("leaderCode", "leader-not-in-office");
    }
    return Duty.of(leader, charge, span);
  }
}
