package org.bihuan.intake.erasure;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ErasureCause;
import org.bihuan.contract.IntakeEvent.PersonalDataErased;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.disclosure.ReporterDisclosures;
import org.bihuan.intake.ledger.Ledger;
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

  /** Bounds of the database: of a text, and of the shorter ones beside it. */
  private static final int LONGEST_TEXT = 4000;

  private static final int LONGEST_REASON = 500;

  private final ReporterVault vault;
  private final ReporterDisclosures disclosures;
  private final Ledger ledger;
  private final MeterRegistry metrics;

  Erasure(
      ReporterVault vault, ReporterDisclosures disclosures, Ledger ledger, MeterRegistry metrics) {
    this.vault = vault;
    this.disclosures = disclosures;
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /** Erases in the transaction of the caller; the complaint has ended and was not erased before. */
  void erase(Complaint complaint, ErasureCause why, Actor actor, Instant now) {
    NewReporter reporter = vault.readable(complaint.id(), complaint.reporter());
    UnaryOperator<String> masking = text -> masked(text, reporter);
    disclosures.maskReasons(complaint.id(), masking);
    complaint.forgetReporter(masking, now);
    ledger.announce(
        new PersonalDataErased(complaint.id(), why, now, actor), null, complaint.id(), now, actor);
    metrics.counter("bihuan.personal.data.erased", "why", why.name()).increment();
  }

  /** A masked number may be a sign longer than it was. */
  private static String masked(String text, NewReporter reporter) {
    if (text == null) {
      return null;
    }
    String masked = Masking.text(text, reporter);
    int most =
        text.codePointCount(0, text.length()) <= LONGEST_REASON ? LONGEST_REASON : LONGEST_TEXT;
    return masked.codePointCount(0, masked.length()) <= most
        ? masked
        : masked.substring(0, masked.offsetByCodePoints(0, most));
  }
}
