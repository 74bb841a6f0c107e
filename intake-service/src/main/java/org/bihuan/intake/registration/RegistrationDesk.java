package org.bihuan.intake.registration;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.problem.ProblemDesk;
import org.bihuan.kit.batching.GroupCommit;
import org.bihuan.kit.idempotency.Outcome;
import org.bihuan.kit.idempotency.StoredAnswers;

/**
 * Takes complaints in from channels, and findings from inspections. Complaints that wait together
 * are written in one transaction (ADR 0014).
 */
@ApplicationScoped
public class RegistrationDesk {

  private static final int CREATED = 201;

  private final Admission admission;
  private final Registrar registrar;
  private final ProblemDesk problems;
  private final StoredAnswers answers;
  private final MeterRegistry metrics;
  private final GroupCommit<AdmittedComplaint, Outcome> commits;
  private final int capacity;

  RegistrationDesk(
      Admission admission,
      Registrar registrar,
      ProblemDesk problems,
      StoredAnswers answers,
      RegistrationConfig config,
      MeterRegistry metrics) {
    this.metrics = metrics;
    this.admission = admission;
    this.registrar = registrar;
    this.problems = problems;
    this.answers = answers;
    this.capacity = config.queue();
    this.commits = new GroupCommit<>("registration", config.limits(), this::write);
  }

  void start(@Observes StartupEvent event) {
    commits.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    commits.stop();
  }

  /** Checks a complaint and hands it on to be written; the outcome is known after the commit. */
  public CompletionStage<Outcome> register(NewComplaint sent) {
    return register(admission.admit(sent));
  }

  /**
   * Checks a complaint as if it were to be written, and does no more: for one that its request
   * brings along with others, or that something else than a key of the request makes safe to
   * repeat.
   */
  public AdmittedComplaint admit(NewComplaint sent) {
    return admission.admitWithoutKey(sent);
  }

  /** Checks a complaint in the same way, and says what it is about. */
  public CategorySuggestion tryOut(NewComplaint sent) {
    return admit(sent).matter().category();
  }

  /**
   * What complaints of a channel that were sent before would be answered now; nothing for those
   * that are new.
   *
   * @param admitted each with a number of the channel
   * @return in the same order
   */
  public List<Optional<Outcome>> repetitions(String channel, List<AdmittedComplaint> admitted) {
    return registrar.repetitions(channel, admitted);
  }

  /** How many complaints can wait to be written, of all who send. */
  public int capacity() {
    return capacity;
  }

  /** Hands a checked complaint on to be written; the outcome is known after the commit. */
  public CompletionStage<Outcome> register(AdmittedComplaint admitted) {
    return counted(admitted, commits.submit(admitted));
  }

  /**
   * The same for one of many: when too many complaints wait to be written it waits for room.
   *
   * @throws InterruptedException when the service stops; nothing of it was stored
   */
  public CompletionStage<Outcome> registerWhenThereIsRoom(AdmittedComplaint admitted)
      throws InterruptedException {
    return counted(admitted, commits.submitWhenThereIsRoom(admitted));
  }

  private CompletionStage<Outcome> counted(
      AdmittedComplaint admitted, CompletionStage<Outcome> written) {
    return written.whenComplete(
        (outcome, failure) -> {
          if (outcome instanceof Outcome.Done done && done.answer().status() == CREATED) {
            metrics
                .counter("bihuan.complaints.registered", "channel", admitted.sent().channel())
                .increment();
          }
        });
  }

  private List<Outcome> write(List<AdmittedComplaint> group) {
    return QuarkusTransaction.requiringNew()
        .call(() -> answers.once(group, AdmittedComplaint::keyed, registrar::register));
  }

  /**
   * What a look-back found goes on the ledger; a problem that has come back becomes one of its own,
   * linked to that which was written off. Told twice it stays one.
   */
  @Transactional
  public void followLookBack(LookBackDone done, UUID eventId) {
    problems.record(done, eventId);
    if (done.outcome() == RecheckOutcome.RELAPSED) {
      registrar.registerRelapse(done);
    }
  }

  /** A finding becomes a problem like any other; the same finding told twice stays one. */
  @Transactional
  public void registerFinding(FindingReported finding, UUID eventId) {
    registrar.registerFinding(finding);
  }
}
