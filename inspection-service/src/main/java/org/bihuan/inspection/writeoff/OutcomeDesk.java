package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.recheck.OutcomeReport;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Takes the outcome of a re-check; the outcome and what follows from it are one transaction. */
@ApplicationScoped
@Transactional
class OutcomeDesk {

  private final Rechecks rechecks;
  private final WriteOffs writeOffs;
  private final OutcomeEffect effect;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  OutcomeDesk(
      Rechecks rechecks,
      WriteOffs writeOffs,
      OutcomeEffect effect,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.rechecks = rechecks;
    this.writeOffs = writeOffs;
    this.effect = effect;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Recheck giveOutcome(UUID id, OutcomeReport report, List<Bounds> districts) {
    if (!Oversight.mayJudge(caller)) {
      caller.bound(Bound.UNIT);
    }
    Recheck recheck = rechecks.visible(id, caller);
    ifMatch.check(recheck.version());
    recheck.giveOutcome(report, caller.actor(), clock.instant());
    recheck.weighEvidence(districts);
    effect.of(recheck);
    rechecks.flush();
    return recheck;
  }

  Page<WriteOff> page(WriteOffFilter filter) {
    return writeOffs.page(filter.narrow(WriteOffs.visibleTo(caller)), filter);
  }
}
