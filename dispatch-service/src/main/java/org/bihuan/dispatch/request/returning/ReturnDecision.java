package org.bihuan.dispatch.request.returning;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.contract.RequestDecision;

/**
 * The special team's word on a return.
 *
 * @param decision what is decided
 * @param opinion at most 2000 characters; needed for a refusal
 * @param leadUnitCode code, name or alias of the unit that gets the item, with ACCEPTED alone; the
 *     suggested one when {@code null}, and none when that is missing too
 */
public record ReturnDecision(
    @NotNull RequestDecision decision,
    @Size(max = 2000) String opinion,
    @Size(max = 60) String leadUnitCode) {}
