package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.accountability.ConductDesk;
import org.bihuan.inspection.assessment.fact.Changes;
import org.bihuan.inspection.attachment.Attachments;
import org.bihuan.inspection.lookback.LookBacks;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.sampling.LotSettlement;

/**
 * What follows from the outcome of a re-check, in its transaction. The one place in the system
 * where a problem is written off: use of the photos, journal line and both facts are one.
 */
@ApplicationScoped
class OutcomeEffect {

  private final Attachments attachments;
  private final LookBacks lookBacks;
  private final LotSettlement lots;
  private final ConductDesk conduct;
  private final OutcomeFacts facts;
  private final Changes assessed;

  OutcomeEffect(
      Attachments attachments,
      LookBacks lookBacks,
      LotSettlement lots,
      ConductDesk conduct,
      OutcomeFacts facts,
      Changes assessed) {
    this.attachments = attachments;
    this.lookBacks = lookBacks;
    this.lots = lots;
    this.conduct = conduct;
    this.facts = facts;
    this.assessed = assessed;
  }

  /**
   * Writes the problem off, or tells that the re-check failed. A look-back does neither: it tells
   * whether what was written off has lasted. A failure is counted too. What passes with its lot is
   * written off with the visit that decides about the lot.
   */
  void of(Recheck recheck) {
    lots.hold(recheck);
    follow(recheck);
    lots.settle(recheck).forEach(this::follow);
  }

  private void follow(Recheck recheck) {
    List<AttachedFile> attached =
        attachments.use(
            recheck.given().attachmentIds(), recheck.given().doneBy().subject(), recheck.id());
    assessed.note(recheck.item().problemId(), recheck.given().doneAt());
    if (recheck.kind() != RecheckKind.AFTER_REPLY) {
      lookBacks.announce(recheck, attached);
    } else if (recheck.given().outcome() == RecheckOutcome.PASSED) {
      facts.writeOff(recheck, attached);
      lookBacks.draw(recheck);
    } else {
      facts.announceFailure(recheck, attached);
      conduct.follow(recheck);
    }
  }
}
