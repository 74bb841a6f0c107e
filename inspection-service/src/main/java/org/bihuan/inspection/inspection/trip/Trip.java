package org.bihuan.inspection.inspection.trip;

import java.util.List;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.Participant;

/**
 * What of the plan of an inspection may change until it starts, with everything in it known.
 *
 * @param aim what it is for
 * @param inspectors those who go
 * @param companions units that come along
 * @param stops the route
 */
public record Trip(
    Aim aim, List<Inspector> inspectors, List<Participant> companions, List<Stop> stops) {}
