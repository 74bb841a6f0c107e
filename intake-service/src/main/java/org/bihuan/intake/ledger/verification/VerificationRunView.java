package org.bihuan.intake.ledger.verification;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.bihuan.intake.ledger.verification.VerificationQuestion.VerificationStart;
import org.bihuan.intake.ledger.verification.VerificationRun.VerificationStatus;

/**
 * A verification in the background.
 *
 * @param from where it began
 * @param status RUNNING until it has come to the end of the chain or to what does not fit;
 *     BROKEN_OFF when it could not go on, which says nothing of the ledger
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param endedAt {@code null} while it runs
 * @param checkedFrom place of the first entry that is looked at
 * @param checked place of the last entry that fits
 * @param entries entries that the chain had when the newest slice was looked at
 * @param head hash of the entry at {@code checked}
 * @param heads signed heads of days that the chain was found to run through
 * @param brokenSequence place of the first entry that does not fit, or {@code null}
 * @param brokenEntry its id; {@code null} when the entry in that place is gone
 * @param brokenHead day of the first head that does not fit, or {@code null}
 */
public record VerificationRunView(
    @NotNull UUID id,
    @NotNull VerificationStart from,
    @NotNull VerificationStatus status,
    @NotNull String requestedBy,
    @NotNull Instant requestedAt,
    Instant endedAt,
    long checkedFrom,
    long checked,
    long entries,
    @NotNull String head,
    long heads,
    Long brokenSequence,
    UUID brokenEntry,
    LocalDate brokenHead) {

  static VerificationRunView of(VerificationRun run) {
    return new VerificationRunView(
        run.id(),
        run.start(),
        run.status(),
        run.requestedBy(),
        run.requestedAt(),
        run.endedAt(),
        run.checkedFrom(),
        run.checked(),
        run.goal(),
        HexFormat.of().formatHex(run.hash()),
        run.heads(),
        run.brokenSequence(),
        run.brokenEntry(),
        run.brokenHead());
  }
}
