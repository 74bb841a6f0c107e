package org.bihuan.inspection.report;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.DayPeriod;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The days that a list of a report is about. */
public class ReportFilter extends PageRequest {

  @Parameter(description = "First day, on the district's calendar; required")
  @QueryParam("from")
  LocalDate from;

  @Parameter(description = "Last day, at most three years later; required")
  @QueryParam("to")
  LocalDate to;

  DayPeriod period() {
    return DayPeriod.of(from, to);
  }
}
