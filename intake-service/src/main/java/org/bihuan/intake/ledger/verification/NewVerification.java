package org.bihuan.intake.ledger.verification;

import jakarta.validation.constraints.NotNull;
import org.bihuan.intake.ledger.verification.VerificationQuestion.VerificationStart;

/**
 * A verification that is asked for.
 *
 * @param from START for every entry, CHECKPOINT for those after the newest that was found whole
 */
public record NewVerification(@NotNull VerificationStart from) {}
