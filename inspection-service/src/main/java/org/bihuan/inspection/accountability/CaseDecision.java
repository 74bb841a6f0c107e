package org.bihuan.inspection.accountability;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.contract.RequestDecision;

/**
 * What a named person decides about a proposed case, once.
 *
 * @param decision ACCEPTED confirms it, REFUSED dismisses it
 * @param reason why, 1 to 1000 characters
 */
public record CaseDecision(
    @NotNull RequestDecision decision, @NotBlank @Size(max = 1000) String reason) {

  CaseAction action() {
    return decision == RequestDecision.ACCEPTED ? CaseAction.CONFIRM : CaseAction.DISMISS;
  }
}
