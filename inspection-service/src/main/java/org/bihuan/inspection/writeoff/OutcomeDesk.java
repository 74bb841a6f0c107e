package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.attachment.Attachments;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.RecheckAccess;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Page;

/**
 * Takes the outcome of a re-check. The one place in the system where a problem is written off: the
 * outcome, the use of the photos, the journal line and both facts are one transaction.
 */
@ApplicationScoped
@Transactional
class OutcomeDesk {

  private final RecheckAccess rechecks;
  private final WriteOffAccess access;
  private final WriteOffs writeOffs;
  private final Attachments attachments;
  private final Outbox outbox;
  private final Clock clock;

  OutcomeDesk(
      RecheckAccess rechecks,
      WriteOffAccess access,
      WriteOffs writeOffs,
      Attachments attachments,
      Outbox outbox,
      Clock clock) {
    this.rechecks = rechecks;
    this.access = access;
    this.writeOffs = writeOffs;
    this.attachments = attachments;
    this.outbox = outbox;
    this.clock = clock;
  }

  Recheck giveOutcome(UUID id, OutcomeReport report, List<Bounds> districts) {
    Recheck recheck = rechecks.toJudge(id);
    recheck.giveOutcome(report, rechecks.actor(), clock.instant());
    recheck.weighEvidence(districts);
    List<AttachedFile> attached =
        attachments.use(
            recheck.given().attachmentIds(), recheck.given().doneBy().subject(), recheck.id());
    if (recheck.given().outcome() == RecheckOutcome.PASSED) {
      writeOff(recheck, attached);
    } else {
      announceFailure(recheck, attached);
    }
    writeOffs.flush();
    return recheck;
  }

  private void writeOff(Recheck passed, List<AttachedFile> attached) {
    WriteOff writeOff = WriteOff.of(passed);
    writeOffs.persist(writeOff);
    outbox.announce(
        new RecheckPassed(
            passed.id(),
            passed.problemId(),
            passed.itemId(),
            passed.round(),
            passed.given().doneAt(),
            passed.given().doneBy(),
            attached,
            passed.evidence().missing(),
            passed.evidence().toldWaivers()));
    outbox.announce(
        new ProblemWrittenOff(
            writeOff.id(),
            passed.problemId(),
            passed.itemId(),
            passed.id(),
            writeOff.writtenOffAt(),
            passed.given().doneBy()));
  }

  private void announceFailure(Recheck failed, List<AttachedFile> attached) {
    outbox.announce(
        new RecheckFailed(
            failed.id(),
            failed.problemId(),
            failed.itemId(),
            failed.round(),
            failed.given().outcome(),
            failed.given().doneAt(),
            failed.given().doneBy(),
            attached));
  }

  Page<WriteOff> page(WriteOffFilter filter) {
    return writeOffs.page(filter.narrow(access.criteria()), filter);
  }
}
