package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.recheck.OutcomeReport;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.RecheckView;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Takes the outcome of a re-check; the outcome and what follows from it are one transaction. */
@ApplicationScoped
@Transactional
class OutcomeDesk {

  private final Rechecks rechecks;
  private final Districts districts;
  private final OutcomeEffect effect;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  OutcomeDesk(
      Rechecks rechecks,
      Districts districts,
      OutcomeEffect effect,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.rechecks = rechecks;
    this.districts = districts;
    this.effect = effect;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  RecheckView giveOutcome(UUID id, OutcomeReport report) {
    if (!Oversight.mayJudge(caller)) {
      caller.bound(Bound.UNIT);
    }
    // Asked first: a query would write what is half done.
    List<Bounds> bounds = districts.bounds();
    Recheck recheck = rechecks.visible(id, caller);
    ifMatch.check(recheck.version());
    Instant now = clock.instant();
    recheck.giveOutcome(report, caller.actor(), now);
    recheck.weighEvidence(bounds);
    effect.of(recheck);
    rechecks.flush();
    return RecheckView.of(recheck, caller, now);
  }
}
