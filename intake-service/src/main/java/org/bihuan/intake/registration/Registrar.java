package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.IntakeEvent.ComplaintRegistered;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.complaint.ProblemFiling;
import org.bihuan.intake.complaint.ProblemFiling.Choice;
import org.bihuan.intake.complaint.Site;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.intake.serial.Serials;

/**
 * Writes complaints into the register, each told to ledger and others, and files those a rule
 * files.
 */
@ApplicationScoped
class Registrar {

  private final RegistrationPolicy policy;
  private final Complaints complaints;
  private final ProblemFiling filing;
  private final ReporterVault vault;
  private final Serials serials;
  private final Ledger ledger;

  Registrar(
      RegistrationPolicy policy,
      Complaints complaints,
      ProblemFiling filing,
      ReporterVault vault,
      Serials serials,
      Ledger ledger) {
    this.policy = policy;
    this.complaints = complaints;
    this.filing = filing;
    this.vault = vault;
    this.serials = serials;
    this.ledger = ledger;
  }

  Complaint register(NewComplaint sent, Actor actor, Instant now) {
    return enter(
        new Complaint.Registration(
            serials.complaint(now),
            TrackingCode.next(),
            sent.channel(),
            policy.sourceKind(sent),
            sent.sourceRef(),
            sent.subject(),
            sent.text(),
            policy.category(sent.categoryCode(), sent.subject(), sent.text()),
            sent.categoryCode() == null,
            sent.occurredAt(),
            policy.site(sent.location()),
            vault.lock(sent.reporter())),
        actor,
        now);
  }

  /** Files a complaint whose category is filed without anyone's hand; others wait on the desk. */
  void fileByRule(Complaint complaint, Instant now) {
    Category category = policy.categoryNamed(complaint.categoryCode());
    if (category.isFiledAutomatically()) {
      filing.file(complaint, Choice.of(category, null), Actor.system("automatic-filing"), now);
    }
  }

  /** Registers and files what an inspection found: nobody has to look at it twice. */
  void registerFinding(FindingReported finding, Instant now) {
    String number = finding.findingId().toString();
    if (complaints.alreadySent(Channels.SPECIAL_TEAM_DESK, number).isPresent()) {
      return;
    }
    Complaint complaint =
        enter(
            new Complaint.Registration(
                serials.complaint(now),
                TrackingCode.next(),
                Channels.SPECIAL_TEAM_DESK,
                SourceKind.INSPECTION_FINDING,
                number,
                finding.title(),
                finding.description(),
                policy.category(finding.categoryCode(), finding.title(), finding.description()),
                finding.categoryCode() == null,
                finding.occurredAt(),
                Site.of(finding.place()),
                vault.lock(null)),
            finding.actor(),
            now);
    Category category = policy.categoryNamed(complaint.categoryCode());
    filing.file(complaint, Choice.of(category, finding.findingId()), finding.actor(), now);
  }

  private Complaint enter(Complaint.Registration registration, Actor actor, Instant now) {
    Complaint complaint = Complaint.register(registration, now);
    complaints.persist(complaint);
    ledger.announce(
        new ComplaintRegistered(
            complaint.id(),
            complaint.serial(),
            complaint.channel(),
            complaint.sourceKind(),
            complaint.categoryCode(),
            complaint.site().place().subdistrictCode(),
            now,
            actor),
        null,
        complaint.id(),
        now,
        actor);
    return complaint;
  }
}
