package org.bihuan.dispatch.organisation.span;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The day that is asked for. */
public class OnDay {

  @Parameter(description = "As it is on this day (yyyy-MM-dd); today when it is not given")
  @QueryParam("on")
  LocalDate on;

  /** The day, or {@code today}. */
  public LocalDate or(LocalDate today) {
    return on == null ? today : on;
  }
}
