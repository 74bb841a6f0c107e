package org.bihuan.intake.similar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How many similar problems are asked for. */
public class HowMany {

  @Parameter(description = "How many at most, 1 to 50")
  @QueryParam("limit")
  @DefaultValue("10")
  @Min(1)
  @Max(50)
  Integer limit;

  int limit() {
    return limit;
  }
}
