package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.Complaints;

/** Takes complaints in from channels, and findings from inspections. */
@ApplicationScoped
@Transactional
public class RegistrationDesk {

  private final Admission admission;
  private final RegistrationPolicy policy;
  private final Registrar registrar;
  private final Complaints complaints;
  private final ComplaintReading reading;
  private final Clock clock;

  RegistrationDesk(
      Admission admission,
      RegistrationPolicy policy,
      Registrar registrar,
      Complaints complaints,
      ComplaintReading reading,
      Clock clock) {
    this.admission = admission;
    this.policy = policy;
    this.registrar = registrar;
    this.complaints = complaints;
    this.reading = reading;
    this.clock = clock;
  }

  /** A complaint that was taken in, and whether it was already there. */
  record Registered(ComplaintReading.Versioned complaint, boolean repeated) {}

  Registered register(NewComplaint sent) {
    Instant now = clock.instant();
    policy.check(sent, now);
    Actor actor = admission.admit(sent);
    Optional<Complaint> before =
        sent.sourceRef() == null
            ? Optional.empty()
            : complaints.alreadySent(sent.channel(), sent.sourceRef());
    Complaint complaint = before.orElseGet(() -> take(sent, actor, now));
    return new Registered(reading.versioned(complaint), before.isPresent());
  }

  private Complaint take(NewComplaint sent, Actor actor, Instant now) {
    Complaint complaint = registrar.register(sent, actor, now);
    registrar.fileByRule(complaint, now);
    return complaint;
  }

  /** A finding becomes a problem like any other; the same finding told twice stays one. */
  public void registerFinding(FindingReported finding, UUID eventId) {
    registrar.registerFinding(finding, clock.instant());
  }
}
