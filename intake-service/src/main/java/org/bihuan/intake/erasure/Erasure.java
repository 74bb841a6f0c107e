package org.bihuan.intake.erasure;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ErasureCause;
import org.bihuan.contract.IntakeEvent.PersonalDataErased;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.disclosure.ReporterDisclosures;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.reporter.ErasedReporter;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.reporter.ReporterVault;

/**
 * Erases who reported a complaint: name, phone and fingerprints go, texts stay as others read them.
 * The ledger never had any of it, and gets an entry that it is gone. Photos stay: they show the
 * place, and prove what the problem was.
 */
@ApplicationScoped
class Erasure {

  private final ReporterVault vault;
  private final ReporterDisclosures disclosures;
  private final Event<ErasedReporter> erased;
  private final Ledger ledger;
  private final MeterRegistry metrics;

  Erasure(
      ReporterVault vault,
      ReporterDisclosures disclosures,
      Event<ErasedReporter> erased,
      Ledger ledger,
      MeterRegistry metrics) {
    this.vault = vault;
    this.disclosures = disclosures;
    this.erased = erased;
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /**
   * Erases in the transaction of the caller; the complaint has ended and was not erased before. Of
   * a complaint that never had a reporter the purge masks the texts alone: nobody was erased.
   *
   * @return whether it was done; what no configured key opens cannot be taken out of the texts, and
   *     stays until the key is there again
   */
  boolean erase(Complaint complaint, ErasureCause why, Actor actor, Instant now) {
    Optional<NewReporter> reporter = vault.ifReadable(complaint.id(), complaint.reporter());
    reporter.ifPresent(
        readable -> {
          boolean tells = why != ErasureCause.PURGE || complaint.reporter().isKnown();
          forget(complaint, readable, now);
          if (tells) {
            tell(complaint, why, actor, now);
          }
        });
    return reporter.isPresent();
  }

  private void forget(Complaint complaint, NewReporter reporter, Instant now) {
    UnaryOperator<String> masking = text -> Masking.kept(text, reporter);
    disclosures.maskReasons(complaint.id(), masking);
    complaint.forgetReporter(masking, now);
    erased.fire(new ErasedReporter(complaint.id(), masking, now));
  }

  private void tell(Complaint complaint, ErasureCause why, Actor actor, Instant now) {
    ledger.announce(
        new PersonalDataErased(complaint.id(), why, now, actor), null, complaint.id(), now, actor);
    metrics.counter("bihuan.personal.data.erased", "cause", why.name()).increment();
  }
}
