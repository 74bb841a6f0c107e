package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.kit.outbox.Outbox;

/** Enters a write-off in the journal, and tells what a re-check found. */
@ApplicationScoped
class OutcomeFacts {

  private final WriteOffs writeOffs;
  private final Outbox outbox;

  OutcomeFacts(WriteOffs writeOffs, Outbox outbox) {
    this.writeOffs = writeOffs;
    this.outbox = outbox;
  }

  void writeOff(Recheck passed, List<AttachedFile> attached) {
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

  void announceFailure(Recheck failed, List<AttachedFile> attached) {
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
