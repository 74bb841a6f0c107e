package org.bihuan.inspection.inspection.trip;

import java.util.List;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.NewParticipant;

/** A request that says what an inspection is to look at, who goes, and where. */
public interface PlannedTrip {

  String focus();

  FocusSource focusSource();

  String purpose();

  List<Inspector> inspectors();

  List<NewParticipant> accompaniedBy();

  List<NewStop> stops();

  boolean roundtablePlanned();
}
