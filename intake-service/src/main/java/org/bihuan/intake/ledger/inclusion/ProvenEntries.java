package org.bihuan.intake.ledger.inclusion;

import java.util.List;
import org.bihuan.intake.ledger.head.HeadView;

/**
 * Entries with their proofs.
 *
 * @param entries in the order of the chain
 * @param heads to which their paths lead, in the order of days
 * @param pending how many are under no signed head yet
 */
public record ProvenEntries(List<InclusionEntry> entries, List<HeadView> heads, int pending) {}
