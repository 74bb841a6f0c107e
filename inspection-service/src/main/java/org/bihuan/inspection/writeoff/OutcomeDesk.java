package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.RecheckAccess;
import org.bihuan.inspection.recheck.RecheckPolicy;
import org.bihuan.inspection.recheck.RecheckReading;
import org.bihuan.inspection.recheck.RecheckView;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.kit.geo.Bounds;

/** Takes the outcome of a re-check; the outcome and what follows from it are one transaction. */
@ApplicationScoped
@Transactional
class OutcomeDesk {

  private final RecheckAccess access;
  private final RecheckReading reading;
  private final Districts districts;
  private final RecheckPolicy policy;
  private final OutcomeEffect effect;
  private final Clock clock;

  OutcomeDesk(
      RecheckAccess access,
      RecheckReading reading,
      Districts districts,
      RecheckPolicy policy,
      OutcomeEffect effect,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.districts = districts;
    this.policy = policy;
    this.effect = effect;
    this.clock = clock;
  }

  RecheckView giveOutcome(UUID id, OutcomeReport report) {
    Recheck recheck = access.toJudge(id);
    // Read first: a query after the outcome would write it before its evidence is weighed.
    List<Bounds> bounds = districts.bounds();
    recheck.giveOutcome(report, access.actor(), clock.instant());
    recheck.weighEvidence(bounds, policy.farFrom());
    effect.of(recheck);
    return reading.full(recheck);
  }
}
