package org.bihuan.inspection.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.inspection.accountability.facts.CaseFacts;
import org.bihuan.inspection.accountability.facts.EvidencePack;
import org.bihuan.kit.paging.Page;

/** Shows cases as the caller may see them; a single one with its evidence pack. */
@ApplicationScoped
@Transactional
class CaseReading {

  private final AccountabilityCases cases;
  private final CaseAccess access;
  private final CaseFacts facts;

  CaseReading(AccountabilityCases cases, CaseAccess access, CaseFacts facts) {
    this.cases = cases;
    this.access = access;
    this.facts = facts;
  }

  Page<CaseView> page(CaseFilter filter) {
    Set<String> own = access.ownUnits();
    return cases
        .page(filter.narrow(access.criteria()), filter)
        .map(shown -> view(shown, own, null));
  }

  CaseView read(UUID id) {
    return whole(access.visible(id));
  }

  /** A case after everything the running transaction did to it. */
  CaseView full(AccountabilityCase shown) {
    cases.flush();
    return whole(shown);
  }

  private CaseView whole(AccountabilityCase shown) {
    Set<String> own = access.ownUnits();
    EvidencePack evidence = facts.of(shown.basis(), shown.subjectUnit().code());
    boolean isOfSubject = own.contains(shown.subjectUnit().code());
    return view(shown, own, isOfSubject ? evidence.asServed(shown.servedAt()) : evidence);
  }

  private CaseView view(AccountabilityCase shown, Set<String> own, EvidencePack evidence) {
    return CaseView.of(shown, shown.actionsFor(access.decider(shown.level(), own)), evidence);
  }
}
