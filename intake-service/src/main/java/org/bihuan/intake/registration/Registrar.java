package org.bihuan.intake.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
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

  /**
   * Registers complaints in the order of their arrival, and files those whose category is filed
   * without anyone's hand; the others wait on the desk.
   *
   * @return the complaints in the same order
   */
  List<Complaint> register(List<Arrival> arrivals, Instant now) {
    Iterator<String> serial = serials.complaints(arrivals.size(), now);
    List<Complaint> registered =
        arrivals.stream().map(arrival -> complaint(arrival, serial.next(), now)).toList();
    long filed = registered.stream().filter(this::isFiledByRule).count();
    Iterator<String> problemSerial = serials.problems(filed, now);
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      Complaint complaint = registered.get(i);
      arrival.trace().wrap(() -> tell(arrival, complaint, problemSerial, now)).run();
    }
    // Filed first: a complaint that changes after it was given to Hibernate is written twice.
    complaints.persist(registered);
    return registered;
  }

  private void tell(
      Arrival arrival, Complaint complaint, Iterator<String> problemSerial, Instant now) {
    announce(complaint, arrival.actor(), now);
    if (isFiledByRule(complaint)) {
      fileByRule(complaint, problemSerial.next(), now);
    }
  }

  private void fileByRule(Complaint complaint, String serial, Instant now) {
    Category category = policy.categoryNamed(complaint.categoryCode());
    filing.file(
        complaint, Choice.of(category, null), serial, Actor.system("automatic-filing"), now);
  }

  private boolean isFiledByRule(Complaint complaint) {
    return policy.categoryNamed(complaint.categoryCode()).isFiledAutomatically();
  }

  private Complaint complaint(Arrival arrival, String serial, Instant now) {
    NewComplaint sent = arrival.sent();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return Complaint.register(
        new Complaint.Registration(
            id,
            serial,
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
            vault.lock(id, sent.reporter())),
        now);
  }

  /** Registers and files what an inspection found: nobody has to look at it twice. */
  void registerFinding(FindingReported finding, Instant now) {
    String number = finding.findingId().toString();
    Complaints.Number ownNumber = new Complaints.Number(Channels.SPECIAL_TEAM_DESK, number);
    if (!complaints.alreadySent(List.of(ownNumber)).isEmpty()) {
      return;
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Complaint complaint =
        Complaint.register(
            new Complaint.Registration(
                id,
                serials.complaints(1, now).next(),
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
                vault.lock(id, null)),
            now);
    announce(complaint, finding.actor(), now);
    filing.file(
        complaint,
        Choice.of(policy.categoryNamed(complaint.categoryCode()), finding.findingId()),
        serials.problems(1, now).next(),
        finding.actor(),
        now);
    complaints.persist(complaint);
  }

  private void announce(Complaint complaint, Actor actor, Instant now) {
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
  }
}
