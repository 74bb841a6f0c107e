package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.intake.registration.RegistrationBatch.Outcome;

/** Takes complaints in from channels, and findings from inspections. */
@ApplicationScoped
public class RegistrationDesk {

  private final Admission admission;
  private final RegistrationPolicy policy;
  private final RegistrationQueue queue;
  private final Registrar registrar;
  private final Clock clock;

  RegistrationDesk(
      Admission admission,
      RegistrationPolicy policy,
      RegistrationQueue queue,
      Registrar registrar,
      Clock clock) {
    this.admission = admission;
    this.policy = policy;
    this.queue = queue;
    this.registrar = registrar;
    this.clock = clock;
  }

  /** Checks a complaint and hands it on to be written; the outcome is known after the commit. */
  CompletionStage<Outcome> register(NewComplaint sent) {
    policy.check(sent, clock.instant());
    return queue.submit(admission.admit(sent));
  }

  /** A finding becomes a problem like any other; the same finding told twice stays one. */
  @Transactional
  public void registerFinding(FindingReported finding, UUID eventId) {
    registrar.registerFinding(finding, clock.instant());
  }
}
