package org.bihuan.inspection.sampling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of what unit, class and week the sample is asked for. */
public class SamplingQuestion {

  @Parameter(description = "Responsible unit, by code, name or alias")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  @NotNull
  @Size(min = 1, max = 1)
  List<String> unitCode;

  @Parameter(description = "Class of the limit")
  @QueryParam("class")
  @NotNull
  DeadlineClass deadlineClass;

  @Parameter(description = "ISO week, such as 2026-W48; this week when it is left out")
  @QueryParam("period")
  @Pattern(regexp = "[0-9]{4}-W[0-5][0-9]")
  String period;
}
