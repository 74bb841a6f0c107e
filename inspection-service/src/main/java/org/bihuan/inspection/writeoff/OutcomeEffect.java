package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.accountability.ConductDesk;
import org.bihuan.inspection.attachment.Attachments;
import org.bihuan.inspection.lookback.LookBacks;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.sampling.LotSettlement;
import org.bihuan.kit.outbox.Outbox;

/**
 * What follows from the outcome of a re-check, in its transaction. The one place in the system
 * where a problem is written off: use of the photos, journal line and both facts are one.
 */
@ApplicationScoped
class OutcomeEffect {

  private final WriteOffs writeOffs;
  private final Attachments attachments;
  private final LookBacks lookBacks;
  private final LotSettlement lots;
  private final ConductDesk conduct;
  private final Outbox outbox;

  OutcomeEffect(
      WriteOffs writeOffs,
      Attachments attachments,
      LookBacks lookBacks,
      LotSettlement lots,
      ConductDesk conduct,
      Outbox outbox) {
    this.writeOffs = writeOffs;
    this.attachments = attachments;
    this.lookBacks = lookBacks;
    this.lots = lots;
    this.conduct = conduct;
    this.outbox = outbox;
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
    if (recheck.kind() == RecheckKind.LOOK_BACK) {
      lookBacks.announce(recheck, attached);
    } else if (recheck.given().outcome() == RecheckOutcome.PASSED) {
      writeOff(recheck, attached);
      lookBacks.draw(recheck);
    } else {
      announceFailure(recheck, attached);
      conduct.follow(recheck);
    }
  }

  private void writeOff(Recheck passed, List<AttachedFile> attached) {
    WriteOff writeOff = WriteOff.of(passed);
    writeOffs.persist(writeOff);
    outbox.announce(
        new RecheckPassed(
            passed.id(),
            passed.item().problemId(),
            passed.item().itemId(),
            passed.item().round(),
            passed.given().doneAt(),
            passed.given().doneBy(),
            attached,
            passed.evidence().missing(),
            passed.evidence().toldWaivers(),
            passed.passedWithLot()));
    outbox.announce(
        new ProblemWrittenOff(
            writeOff.id(),
            passed.item().problemId(),
            passed.item().itemId(),
            passed.id(),
            writeOff.writtenOffAt(),
            passed.given().doneBy()));
  }

  private void announceFailure(Recheck failed, List<AttachedFile> attached) {
    outbox.announce(
        new RecheckFailed(
            failed.id(),
            failed.item().problemId(),
            failed.item().itemId(),
            failed.item().round(),
            failed.given().outcome(),
            failed.given().doneAt(),
            failed.given().doneBy(),
            attached));
  }
}
