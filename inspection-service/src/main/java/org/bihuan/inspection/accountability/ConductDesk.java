package org.bihuan.inspection.accountability;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.accountability.AccountabilityCase.Proposal;
import org.bihuan.inspection.accountability.facts.Basis;
import org.bihuan.inspection.accountability.facts.BasisKind;
import org.bihuan.inspection.accountability.facts.CaseFacts;
import org.bihuan.inspection.card.CardDesk;
import org.bihuan.inspection.onsite.GivenOutcome;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;

/**
 * What follows from a failed re-check beside the rework, in its transaction (多次整改不到位) [brief]: a
 * card by the count, and a proposal for somebody to decide. Neither is told, and neither touches
 * the order item.
 */
@ApplicationScoped
public class ConductDesk {

  private static final Actor RULE = Actor.system("repeated-failures");

  private final Rechecks rechecks;
  private final CardDesk cards;
  private final AccountabilityCases cases;
  private final CaseFacts facts;
  private final CasePolicy policy;

  ConductDesk(
      Rechecks rechecks,
      CardDesk cards,
      AccountabilityCases cases,
      CaseFacts facts,
      CasePolicy policy) {
    this.rechecks = rechecks;
    this.cards = cards;
    this.cases = cases;
    this.facts = facts;
    this.policy = policy;
  }

  void check(@Observes StartupEvent event) {
    policy.refuseContradiction();
  }

  /** Counts a re-check that its item has not passed, if somebody saw that it was not put right. */
  public void follow(Recheck failed) {
    if (!GivenOutcome.NOT_PUT_RIGHT.contains(failed.given().outcome())) {
      return;
    }
    UUID item = failed.item().itemId();
    UnitName unit = failed.fixing().leadUnit();
    List<Recheck> failures = rechecks.notPutRight(item, unit.code());
    cards.failed(failed, failures.size());
    policy.levelsAfter(failures.size()).stream()
        .filter(level -> !cases.wasProposed(level, unit.code(), item, failed.item().problemId()))
        .forEach(level -> propose(level, failed, failures));
  }

  private void propose(ConductLevel level, Recheck newest, List<Recheck> failures) {
    List<Basis> basis =
        failures.stream().map(failed -> new Basis(BasisKind.RECHECK, failed.id())).toList();
    Proposal proposal =
        new Proposal(
            level,
            newest.fixing().leadUnit(),
            newest.item().problemId(),
            newest.item().itemId(),
            basis,
            null,
            facts.soleInspector(basis).orElse(null));
    cases.persist(AccountabilityCase.propose(proposal, RULE, newest.given().doneAt()));
  }
}
