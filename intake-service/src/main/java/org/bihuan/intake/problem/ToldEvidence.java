package org.bihuan.intake.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.problem.Certificate.CertifiedEvidence;

/** What entries of the ledger say about the evidence of a write-off. */
@ApplicationScoped
class ToldEvidence {

  private static final String PASSED = EventCatalogue.of(RecheckPassed.class).name();

  private final ObjectMapper json;

  ToldEvidence(ObjectMapper json) {
    this.json = json;
  }

  /** What a passed re-check lacked and who waived what; nothing for any other fact. */
  CertifiedEvidence of(LedgerEntry entry) {
    if (!entry.kind().equals(PASSED)) {
      return CertifiedEvidence.NONE_ASKED;
    }
    try {
      RecheckPassed passed = json.readValue(entry.content(), RecheckPassed.class);
      return new CertifiedEvidence(passed.missingEvidence(), passed.waivers(), passed.lotId());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no passed re-check in entry " + entry.id(), e);
    }
  }
}
