package org.bihuan.inspection.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.InspectionEvent.CaseConfirmed;
import org.bihuan.contract.InspectionEvent.CaseServed;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.accountability.AccountabilityCase.Decider;
import org.bihuan.inspection.accountability.AccountabilityCase.Proposal;
import org.bihuan.inspection.accountability.facts.CaseFacts;
import org.bihuan.kit.outbox.Outbox;

/**
 * Takes proposals by hand, decisions and service. Nothing is told before a named person has
 * confirmed, and of a dismissed case nothing ever.
 */
@ApplicationScoped
@Transactional
class CaseDesk {

  private final CaseAccess access;
  private final CaseReading reading;
  private final AccountabilityCases cases;
  private final CaseFacts facts;
  private final Outbox outbox;
  private final Clock clock;

  CaseDesk(
      CaseAccess access,
      CaseReading reading,
      AccountabilityCases cases,
      CaseFacts facts,
      Outbox outbox,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.cases = cases;
    this.facts = facts;
    this.outbox = outbox;
    this.clock = clock;
  }

  CaseView propose(NewCase asked) {
    UnitName unit = access.subject(asked.subjectUnitCode(), "subjectUnitCode");
    Set<UUID> problems = facts.problemsOf(asked.basis(), unit.code(), "basis");
    access.refuseRepeated(asked, unit);
    Proposal proposal =
        new Proposal(
            asked.level(),
            unit,
            problems.size() == 1 ? problems.iterator().next() : null,
            null,
            asked.basis(),
            asked.suggestion(),
            facts.soleInspector(asked.basis()).orElse(null));
    AccountabilityCase proposed =
        AccountabilityCase.propose(proposal, access.proposer(), clock.instant());
    cases.persist(proposed);
    return reading.full(proposed);
  }

  CaseView decide(UUID id, CaseDecision decision) {
    AccountabilityCase decided = access.toActOn(id);
    Decider by = access.decider(decided.level());
    Instant now = clock.instant();
    decided.decide(decision, by, now);
    if (decided.status() == CaseStatus.CONFIRMED) {
      outbox.announce(
          new CaseConfirmed(
              id, decided.level(), decided.subjectUnit(), decided.problemId(), now, by.actor()));
    }
    return reading.full(decided);
  }

  CaseView serve(UUID id) {
    AccountabilityCase served = access.toActOn(id);
    Decider by = access.decider(served.level());
    Instant now = clock.instant();
    served.serve(by, now);
    outbox.announce(
        new CaseServed(
            id, served.level(), served.subjectUnit(), served.problemId(), now, by.actor()));
    return reading.full(served);
  }
}
