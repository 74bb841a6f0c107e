package org.bihuan.inspection.inspection.trip;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.NewParticipant;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What of the plan of an inspection may change until it starts; it replaces all of that. Tier, line
 * and method stay.
 *
 * @param focus what it looks at (督查重点), at most 500 characters
 * @param focusSource where the focus comes from, or {@code null}
 * @param purpose why, at most 500 characters
 * @param inspectors those who go, at most 20
 * @param accompaniedBy units that come along, at most 20; none where nobody is told
 * @param stops the route, 1 to 50 stops in the order of the trip
 * @param roundtablePlanned whether a round table (座谈会) is to settle what is found; the inspection
 *     is then concluded only when every finding is decided
 */
public record InspectionChange(
    @Size(max = 500) String focus,
    @Valid FocusSource focusSource,
    @Size(max = 500) String purpose,
    @Size(max = 20) @UniqueElements(message = "duplicate")
        List<@NotNull @Valid Inspector> inspectors,
    @Size(max = 20) List<@NotNull @Valid NewParticipant> accompaniedBy,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewStop> stops,
    boolean roundtablePlanned)
    implements PlannedTrip {

  public InspectionChange {
    inspectors = inspectors == null ? List.of() : inspectors;
    accompaniedBy = accompaniedBy == null ? List.of() : accompaniedBy;
  }
}
