package org.bihuan.intake.ledger.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Result of a verification.
 *
 * @param valid whether every sealed entry is in its place, unchanged, and every head lies on the
 *     chain
 * @param entries entries that fit, from the first on
 * @param checkedFrom place of the first entry that was looked at; 1 unless the check began at the
 *     checkpoint
 * @param unsealed entries written since, not yet in the chain
 * @param sealedAt when the newest seal was made
 * @param head hash of the newest entry; keep it elsewhere, and nobody can rewrite what came before
 * @param heads signed heads of days that the chain was found to run through
 * @param brokenSequence place of the first entry that does not fit
 * @param brokenEntry its id; absent when the entry in that place is gone
 * @param brokenHead day of the first head that does not fit; with `brokenSequence` when the chain
 *     ends before it
 * @param headMatches whether the head that was given is part of the chain up to where it is whole;
 *     absent when none was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
    boolean valid,
    long entries,
    long checkedFrom,
    long unsealed,
    Instant sealedAt,
    String head,
    long heads,
    Long brokenSequence,
    UUID brokenEntry,
    LocalDate brokenHead,
    Boolean headMatches) {

  static Verification of(Walked walked, long first, long unsealed, Boolean headMatches) {
    return new Verification(
        walked.isWhole(),
        walked.state().point().sequence(),
        first,
        unsealed,
        walked.head().sealedAt(),
        HexFormat.of().formatHex(walked.head().hash()),
        walked.heads(),
        walked.brokenSequence(),
        walked.brokenEntry(),
        walked.brokenHead(),
        headMatches);
  }
}
