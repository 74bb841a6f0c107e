package org.bihuan.intake.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.ReporterDisclosed;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.intake.reporter.ReporterView;
import org.bihuan.kit.refusal.Conflict;

/** Shows a reporter in full to one who says why; the look is on record before anything is seen. */
@ApplicationScoped
@Transactional
public class DisclosureDesk {

  private final ComplaintReading reading;
  private final ReporterDisclosures disclosures;
  private final ReporterVault vault;
  private final Ledger ledger;
  private final Clock clock;

  DisclosureDesk(
      ComplaintReading reading,
      ReporterDisclosures disclosures,
      ReporterVault vault,
      Ledger ledger,
      Clock clock) {
    this.reading = reading;
    this.disclosures = disclosures;
    this.vault = vault;
    this.ledger = ledger;
    this.clock = clock;
  }

  ReporterView disclose(UUID complaintId, String reason) {
    Complaint complaint = reading.visible(complaintId);
    if (complaint.reporter().purgedAt() != null) {
      throw new Conflict("reporter-purged", complaint.serial());
    }
    record(complaintId, reason, reading.actor(), clock.instant());
    return vault.inFull(complaintId, complaint.reporter());
  }

  /** Puts a look on record, in the transaction of the caller. */
  public void record(UUID complaintId, String reason, Actor actor, Instant now) {
    disclosures.persist(ReporterDisclosure.of(complaintId, reason, actor, now));
    ledger.announce(new ReporterDisclosed(complaintId, now, actor), null, complaintId, now, actor);
  }
}
