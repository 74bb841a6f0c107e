package org.bihuan.inspection.fieldwork;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.bihuan.inspection.actor.NewParticipant;
import org.bihuan.inspection.finding.NewDecision;

/**
 * A round table that was held.
 *
 * @param heldAt when it began; not before the start of the inspection and not in the future
 * @param place where, 1 to 200 characters
 * @param attendees units that were there, 1 to 50
 * @param decisions one for each finding that it settled, at most 100
 */
public record NewRoundtable(
    @NotNull Instant heldAt,
    @NotBlank @Size(max = 200) String place,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewParticipant> attendees,
    @Size(max = 100) List<@NotNull @Valid NewDecision> decisions) {

  public NewRoundtable {
    decisions = decisions == null ? List.of() : decisions;
  }
}
