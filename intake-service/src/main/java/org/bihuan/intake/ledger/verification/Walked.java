package org.bihuan.intake.ledger.verification;

import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.ledger.LedgerWalk;
import org.bihuan.contract.ledger.LedgerWalk.Fault;
import org.bihuan.intake.ledger.LedgerChain;

/**
 * How far the chain was walked, and what was found.
 *
 * @param head of the chain, of the moment of the walk
 * @param state after the last entry that fits
 * @param heads how many signed heads of days it was found to run through
 * @param fault the first that does not fit, or {@code null}
 * @param brokenEntry id of the entry that does not fit, or {@code null}
 * @param isAtEnd whether there was nothing more to walk
 */
record Walked(
    LedgerChain.Head head,
    LedgerWalk.State state,
    long heads,
    Fault fault,
    UUID brokenEntry,
    boolean isAtEnd) {

  boolean isWhole() {
    return fault == null;
  }

  /** Whether the chain was found whole up to its head. */
  boolean isWholeToTheEnd() {
    return isWhole() && isAtEnd;
  }

  /** Place of the first entry that does not fit; {@code null} when it is none of them. */
  Long brokenSequence() {
    return fault != null && fault.isInChain() ? fault.sequence() : null;
  }

  /** Day of the head that does not fit; {@code null} when it is none of them. */
  LocalDate brokenHead() {
    return fault == null ? null : fault.day();
  }
}
