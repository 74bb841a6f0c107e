package org.bihuan.inspection.inspection.trip;

import java.util.List;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.Participant;

/**
 * What of the plan of an inspection may change until it starts, with everything in it known.
 *
 * @param focus what it looks at, or {@code null}
 * @param focusSource where that comes from, or {@code null}
 * @param purpose why, or {@code null}
 * @param inspectors those who go
 * @param companions units that come along
 * @param stops the route
 * @param roundtablePlanned whether a round table is to settle what is found
 */
public record Trip(
    String focus,
    FocusSource focusSource,
    String purpose,
    List<Inspector> inspectors,
    List<Participant> companions,
    List<Stop> stops,
    boolean roundtablePlanned) {}
