package org.bihuan.inspection.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.NewParticipant;
import org.bihuan.inspection.inspection.trip.FocusSource;
import org.bihuan.inspection.inspection.trip.NewStop;
import org.bihuan.inspection.inspection.trip.PlannedTrip;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * An inspection to be planned.
 *
 * @param tier whose inspection it is; the caller must be one who leads that tier
 * @param method how it is done
 * @param lineCode work line of an inspection of the tier LINE; one of the line leader's own, taken
 *     from the login when that names only one
 * @param focus what it looks at (督查重点), at most 500 characters
 * @param focusSource where the focus comes from, or {@code null}
 * @param purpose why, e.g. to look at rectification, at most 500 characters
 * @param plannedFor when it is planned for
 * @param inspectors those who go, at most 20
 * @param accompaniedBy units that come along, at most 20; none of an UNANNOUNCED or COVERT one
 * @param stops the route, 1 to 50 stops in the order of the trip
 * @param roundtablePlanned whether a round table (座谈会) is to settle what is found; the inspection
 *     is then concluded only when every finding is decided
 */
public record NewInspection(
    @NotNull InspectionTier tier,
    @Pattern(regexp = "[A-Z0-9_]{1,64}") String lineCode,
    @NotNull InspectionMethod method,
    @Size(max = 500) String focus,
    @Valid FocusSource focusSource,
    @Size(max = 500) String purpose,
    @NotNull Instant plannedFor,
    @Size(max = 20) @UniqueElements(message = "duplicate")
        List<@NotNull @Valid Inspector> inspectors,
    @Size(max = 20) List<@NotNull @Valid NewParticipant> accompaniedBy,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewStop> stops,
    boolean roundtablePlanned)
    implements PlannedTrip {

  public NewInspection {
    inspectors = inspectors == null ? List.of() : inspectors;
    accompaniedBy = accompaniedBy == null ? List.of() : accompaniedBy;
  }
}
