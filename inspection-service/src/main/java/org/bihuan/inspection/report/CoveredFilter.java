package org.bihuan.inspection.report;

import jakarta.ws.rs.QueryParam;
import org.bihuan.inspection.coverage.visit.Visits.PlaceVisits;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which sub-districts of a report are asked for. */
public class CoveredFilter extends ReportFilter {

  @Parameter(description = "true for those that were visited in the period, false for all others")
  @QueryParam("covered")
  Boolean covered;

  boolean matches(PlaceVisits place) {
    return covered == null || covered == place.visits() > 0;
  }
}
