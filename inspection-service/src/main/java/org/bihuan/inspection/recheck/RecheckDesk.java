package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.InspectionEvent.EvidenceWaived;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evidence.NewWaiver;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.privacy.PersonalNumbers;

/** Names the inspectors of re-checks and waives evidence. */
@ApplicationScoped
@Transactional
public class RecheckDesk {

  private final RecheckAccess access;
  private final RecheckReading reading;
  private final Units units;
  private final Outbox outbox;
  private final Clock clock;

  RecheckDesk(
      RecheckAccess access, RecheckReading reading, Units units, Outbox outbox, Clock clock) {
    this.access = access;
    this.reading = reading;
    this.units = units;
    this.outbox = outbox;
    this.clock = clock;
  }

  RecheckView assign(UUID id, Assignment assignment) {
    Recheck recheck = access.toActOn(id);
    recheck.assign(Inspector.resolved(assignment.inspectors(), units));
    return reading.full(recheck);
  }

  RecheckView waive(UUID id, NewWaiver waiver) {
    Recheck recheck = access.toActOn(id);
    Instant now = clock.instant();
    recheck.waive(waiver, access.actor(), now);
    outbox.announce(
        new EvidenceWaived(
            recheck.id(),
            recheck.item().problemId(),
            recheck.item().itemId(),
            recheck.item().round(),
            waiver.evidence().stream().sorted().toList(),
            PersonalNumbers.masked(waiver.reason()),
            now,
            access.actor()));
    return reading.full(recheck);
  }
}
