package org.bihuan.intake.problem.inclusion;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.ledger.head.HeadView;
import org.bihuan.intake.ledger.inclusion.InclusionEntry;
import org.bihuan.intake.ledger.inclusion.ProvenEntries;
import org.bihuan.intake.problem.Problem;

/**
 * Proof that what is told of a problem stands on the ledger: docs/ledger-proofs.md says how it is
 * checked.
 *
 * @param entries those the caller may read and a signed head binds, in the order of the chain
 * @param heads to which their paths lead, in the order of days
 * @param pending how many entries are under no signed head yet, such as those of today
 */
public record InclusionView(
    @NotNull UUID problemId,
    @NotNull String serial,
    @NotNull List<InclusionEntry> entries,
    @NotNull List<HeadView> heads,
    int pending) {

  static InclusionView of(Problem problem, ProvenEntries proven) {
    return new InclusionView(
        problem.id(), problem.serial(), proven.entries(), proven.heads(), proven.pending());
  }
}
