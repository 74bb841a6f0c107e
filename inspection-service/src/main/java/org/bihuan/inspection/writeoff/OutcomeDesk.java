package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.recheck.OutcomeReport;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Takes the outcome of a re-check. The one place in the system where a problem is written off:
 * outcome, journal line and both facts are one transaction.
 */
@ApplicationScoped
@Transactional
class OutcomeDesk {

  private final Rechecks rechecks;
  private final WriteOffs writeOffs;
  private final Outbox outbox;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  OutcomeDesk(
      Rechecks rechecks,
      WriteOffs writeOffs,
      Outbox outbox,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.rechecks = rechecks;
    this.writeOffs = writeOffs;
    this.outbox = outbox;
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
    recheck.checkPosition(districts);
    if (recheck.outcome() == RecheckOutcome.PASSED) {
      writeOff(recheck);
    } else {
      announceFailure(recheck);
    }
    rechecks.flush();
    return recheck;
  }

  Page<WriteOff> page(WriteOffFilter filter) {
    return writeOffs.page(filter.narrow(WriteOffs.visibleTo(caller)), filter);
  }

  private void writeOff(Recheck passed) {
    WriteOff writeOff = WriteOff.of(passed);
    writeOffs.persist(writeOff);
    outbox.announce(
        new RecheckPassed(
            passed.id(),
            passed.problemId(),
            passed.itemId(),
            passed.round(),
            passed.doneAt(),
            passed.doneBy()));
    outbox.announce(
        new ProblemWrittenOff(
            writeOff.id(),
            passed.problemId(),
            passed.itemId(),
            passed.id(),
            writeOff.writtenOffAt(),
            passed.doneBy()));
  }

  private void announceFailure(Recheck failed) {
    outbox.announce(
        new RecheckFailed(
            failed.id(),
            failed.problemId(),
            failed.itemId(),
            failed.round(),
            failed.outcome(),
            failed.doneAt(),
            failed.doneBy()));
  }
}
