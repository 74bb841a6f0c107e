package org.bihuan.dispatch.organisation.leader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.kit.web.IfMatch;

/** Shows leaders and takes what an administrator says of them. */
@ApplicationScoped
@Transactional
public class LeaderDesk {

  private final Leaders leaders;
  private final LeadingBodies bodies;
  private final LeaderDuties duties;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  LeaderDesk(
      Leaders leaders,
      LeadingBodies bodies,
      LeaderDuties duties,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.leaders = leaders;
    this.bodies = bodies;
    this.duties = duties;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<LeaderView> page(LeaderFilter filter) {
    return leaders
        .page(filter.criteria(DistrictTime.day(clock.instant())), filter)
        .map(LeaderView::of);
  }

  LeaderView read(String code) {
    return LeaderView.of(leaders.ofCode(code).orElseThrow(() -> new NotFound("leader-not-found")));
  }

  LeaderView create(NewLeader wanted) {
    if (leaders.ofCode(wanted.code()).isPresent()) {
      throw new Conflict("leader-exists");
    }
    Span span = Span.of(wanted.validFrom(), wanted.validTo(), caller.actor(), clock.instant());
    Leader leader =
        Leader.of(wanted.code(), details(wanted.name(), wanted.post(), wanted.bodyCode()), span);
    leaders.persistAndFlush(leader);
    return LeaderView.of(leader);
  }

  LeaderView change(String code, LeaderChange change) {
    Leader leader = held(code);
    ifMatch.require(leader.version());
    leader.change(details(change.name(), change.post(), change.bodyCode()));
    duties.follow(leader);
    leaders.flush();
    return LeaderView.of(leader);
  }

  LeaderView end(String code, Ending ending) {
    Leader leader = held(code);
    ifMatch.check(leader.version());
    leader.end(ending, caller.actor(), clock.instant());
    duties.endWith(leader, ending);
    leaders.flush();
    return LeaderView.of(leader);
  }

  private Leader.Details details(String name, String post, String body) {
    String bodyCode =
        bodies.codeOf(body).orElseThrow(() -> new Invalid("bodyCode", bodies.fault()));
    return new Leader.Details(name, post, bodyCode);
  }

  private Leader held(String code) {
    return leaders.held(code).orElseThrow(() -> new NotFound("leader-not-found"));
  }
}
