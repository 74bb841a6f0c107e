package org.bihuan.dispatch.request.extension;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.contract.RequestDecision;

/**
 * The special team's word on an extension.
 *
 * @param decision what is decided
 * @param opinion at most 2000 characters; needed for a refusal
 */
public record ExtensionDecision(
    @NotNull RequestDecision decision, @Size(max = 2000) String opinion) {}
