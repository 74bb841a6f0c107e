package org.bihuan.inspection.evidence;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.FreeText;

/**
 * A waiver as a caller sees it.
 *
 * @param evidence what the re-check may pass without
 * @param actor who waived it
 * @param at when it was waived
 * @param reason why, 1 to 500 characters; phone and identity numbers are masked
 */
public record WaiverView(
    @NotNull Evidence evidence,
    @NotNull Actor actor,
    @NotNull Instant at,
    @FreeText @NotNull String reason) {}
