package org.bihuan.intake.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.IntakeEvent;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Entries that not everybody reads who reads the ledger, in the chain like all others. Those about
 * matters of conduct are read by those alone who may read the cases themselves (ADR 0040); whoever
 * works for a unit reads a served case where it is kept, since an entry does not say what was
 * served since. Whoever speaks for a unit or a sub-district must not foresee a re-check, and learns
 * of one when it is done.
 */
@ApplicationScoped
public class RestrictedEntries {

  /** Matters of conduct. */
  private static final Set<String> OF_CONDUCT =
      Set.of(
          EventCatalogue.of(InspectionEvent.CaseConfirmed.class).name(),
          EventCatalogue.of(InspectionEvent.CaseServed.class).name());

  /** What is told of a re-check before it is done; one follows from feedback too. */
  private static final Set<String> BEFORE_RECHECK =
      Set.of(
          EventCatalogue.of(IntakeEvent.FeedbackGiven.class).name(),
          EventCatalogue.of(InspectionEvent.RecheckPlanned.class).name(),
          EventCatalogue.of(InspectionEvent.EvidenceWaived.class).name());

  private final Caller caller;

  RestrictedEntries(Caller caller) {
    this.caller = caller;
  }

  /** Whether the caller may read the entry, as far as it is one of these. */
  public boolean shows(LedgerEntry entry) {
    return shows(entry.kind());
  }

  /** The same of an entry of this kind. */
  public boolean shows(String kind) {
    return !hidden().contains(kind);
  }

  /** The same as a condition on entries {@code e}. */
  Criteria narrow(Criteria criteria) {
    Set<String> hidden = hidden();
    return hidden.isEmpty() ? criteria : criteria.where("e.kind not in %s", hidden);
  }

  private Set<String> hidden() {
    Set<String> hidden = new HashSet<>();
    if (!isReader()) {
      hidden.addAll(OF_CONDUCT);
    }
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT)) {
      hidden.addAll(BEFORE_RECHECK);
    }
    return hidden;
  }

  private boolean isReader() {
    return caller.hasAnyRole(Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE, Role.TOP_LEADER)
        && !caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)
        && caller.unit().isEmpty();
  }
}
