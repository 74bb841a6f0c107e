package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Shows re-checks as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class RecheckReading {

  /** How many that anybody may take are shown at once, as on the longest page of a list. */
  private static final int MOST_FREE = 200;

  private final RecheckAccess access;
  private final Rechecks rechecks;
  private final Caller caller;
  private final Clock clock;

  RecheckReading(RecheckAccess access, Rechecks rechecks, Caller caller, Clock clock) {
    this.access = access;
    this.rechecks = rechecks;
    this.caller = caller;
    this.clock = clock;
  }

  Page<RecheckView> page(RecheckFilter filter) {
    return rechecks.page(filter.narrow(access.criteria(), clock.instant()), filter).map(this::view);
  }

  RecheckView read(UUID id) {
    return view(access.visible(id));
  }

  /**
   * Those that the caller was named for and may be done before {@code end}, and as many as fit on a
   * page of those that anybody may take and are due before it, the earliest first. A look-back is
   * told of when its time has come.
   */
  public List<Recheck> toDoBy(Instant end, Instant now) {
    if (caller.allowed(List.of(RecheckAction.GIVE_OUTCOME)).isEmpty()) {
      return List.of();
    }
    Criteria open = visitable(now);
    Criteria named =
        open.copy()
            .before("advisedFrom", end)
            .where("exists (select 1 from e.inspectors i where i.subject = %s)", caller.subject());
    Criteria free = open.copy().before("dueAt", end).where("e.inspectors is empty");
    Actor actor = access.actor();
    boolean unitIsKnown = Oversight.mayJudge(caller);
    return Stream.concat(rechecks.all(named).stream(), rechecks.firstDue(free, MOST_FREE).stream())
        .filter(
            recheck -> recheck.actionsFor(actor, unitIsKnown).contains(RecheckAction.GIVE_OUTCOME))
        .toList();
  }

  /** Narrowed here, so that what the caller may not take leaves no place of a page empty. */
  private Criteria visitable(Instant now) {
    Criteria open =
        access
            .criteria()
            .in("status", RecheckLifecycle.OPEN)
            .equal("lot.held", false)
            .where("e.kind = AFTER_REPLY or e.advisedFrom <= %s", now)
            .where("not array_contains(e.fixing.involvedSubjects, %s)", caller.subject());
    caller
        .unit()
        .ifPresent(unit -> open.where("not array_contains(e.fixing.involvedUnitCodes, %s)", unit));
    return open;
  }

  /** A re-check after everything the running transaction did to it. */
  public RecheckView full(Recheck recheck) {
    rechecks.flush();
    return view(recheck);
  }

  private RecheckView view(Recheck recheck) {
    return RecheckView.of(recheck, caller, clock.instant());
  }
}
