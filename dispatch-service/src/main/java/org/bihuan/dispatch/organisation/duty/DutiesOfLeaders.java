package org.bihuan.dispatch.organisation.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.bihuan.dispatch.organisation.leader.Leader;
import org.bihuan.dispatch.organisation.leader.LeaderDuties;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.DistrictTime;

/** Duties follow their leader. */
@ApplicationScoped
class DutiesOfLeaders implements LeaderDuties {

  private final Duties duties;
  private final Caller caller;
  private final Clock clock;

  DutiesOfLeaders(Duties duties, Caller caller, Clock clock) {
    this.duties = duties;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  public void follow(Leader leader) {
    LocalDate today = DistrictTime.day(clock.instant());
    duties.ofLeaderFrom(leader.code(), today).forEach(duty -> duty.follow(leader));
  }

  /** A duty that was to begin after the end never holds: it ends on its own first day. */
  @Override
  public void endWith(Leader leader, Ending ending) {
    for (Duty duty : duties.ofLeaderFrom(leader.code(), ending.on())) {
      LocalDate first = duty.span().validFrom();
      LocalDate on = ending.on().isBefore(first) ? first : ending.on();
      duty.end(new Ending(on, ending.reason()), caller.actor(), clock.instant());
    }
  }
}
