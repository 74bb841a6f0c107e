package org.bihuan.intake.problem.inclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.ledger.inclusion.Inclusions;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemAccess;

/** Proves what is told of a problem. */
@ApplicationScoped
class InclusionDesk {

  private final ProblemAccess access;
  private final Ledger ledger;
  private final Inclusions inclusions;

  InclusionDesk(ProblemAccess access, Ledger ledger, Inclusions inclusions) {
    this.access = access;
    this.ledger = ledger;
    this.inclusions = inclusions;
  }

  /**
   * The proofs of all entries that the caller may read. That there is one it may not read is not
   * told either: it would foresee a re-check, or a matter of conduct.
   */
  @Transactional
  InclusionView inclusion(UUID id) {
    Problem problem = access.visible(id);
    List<LedgerEntry> shown = ledger.ofProblem(id).stream().filter(access::shows).toList();
    return InclusionView.of(problem, inclusions.of(shown));
  }
}
