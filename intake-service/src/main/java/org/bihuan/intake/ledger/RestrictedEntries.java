package org.bihuan.intake.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Entries about matters of conduct: in the chain like all others, and read by those alone who may
 * read the cases themselves (ADR 0040). Whoever works for a unit reads a served case where it is
 * kept, since an entry does not say what was served since.
 */
@ApplicationScoped
public class RestrictedEntries {

  private static final Set<String> KINDS =
      Set.of(
          EventCatalogue.of(InspectionEvent.CaseConfirmed.class).name(),
          EventCatalogue.of(InspectionEvent.CaseServed.class).name());

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
    return !KINDS.contains(kind) || isReader();
  }

  /** The same as a condition on entries {@code e}. */
  Criteria narrow(Criteria criteria) {
    return isReader() ? criteria : criteria.where("e.kind not in %s", KINDS);
  }

  private boolean isReader() {
    return caller.hasAnyRole(Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE, Role.TOP_LEADER)
        && !caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)
        && caller.unit().isEmpty();
  }
}
