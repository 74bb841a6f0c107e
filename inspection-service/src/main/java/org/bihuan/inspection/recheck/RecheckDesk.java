package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.InspectionEvent.EvidenceWaived;
import org.bihuan.inspection.evidence.NewWaiver;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.privacy.PersonalNumbers;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Shows re-checks, names their inspectors and waives evidence. */
@ApplicationScoped
@Transactional
public class RecheckDesk {

  private final Rechecks rechecks;
  private final Outbox outbox;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  RecheckDesk(Rechecks rechecks, Outbox outbox, Caller caller, IfMatch ifMatch, Clock clock) {
    this.rechecks = rechecks;
    this.outbox = outbox;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  RecheckView assign(UUID id, Assignment assignment) {
    Recheck recheck = rechecks.visible(id, caller);
    ifMatch.check(recheck.version());
    recheck.assign(assignment.inspectors());
    rechecks.flush();
    return view(recheck);
  }

  RecheckView waive(UUID id, NewWaiver waiver) {
    Recheck recheck = rechecks.visible(id, caller);
    ifMatch.check(recheck.version());
    Instant now = clock.instant();
    recheck.waive(waiver, caller.actor(), now);
    outbox.announce(
        new EvidenceWaived(
            recheck.id(),
            recheck.problemId(),
            recheck.itemId(),
            recheck.round(),
            waiver.evidence().stream().sorted().toList(),
            PersonalNumbers.masked(waiver.reason()),
            now,
            caller.actor()));
    rechecks.flush();
    return view(recheck);
  }

  RecheckView read(UUID id) {
    return view(rechecks.visible(id, caller));
  }

  Page<RecheckView> page(RecheckFilter filter) {
    return rechecks.page(filter.narrow(Rechecks.visibleTo(caller)), filter).map(this::view);
  }

  private RecheckView view(Recheck recheck) {
    return RecheckView.of(recheck, caller, clock.instant());
  }
}
