package org.bihuan.dispatch.reply;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The special team's review of a final reply.
 *
 * @param decision what is decided
 * @param opinion at most 2000 characters; needed for a return
 * @param standingDemand at most 2000 characters; given with ACCEPTED_WITH_STANDING_DEMAND and only
 *     then
 */
public record Review(
    @NotNull ReviewDecision decision,
    @Size(max = 2000) String opinion,
    @Size(max = 2000) String standingDemand) {}
