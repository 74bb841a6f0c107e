package org.bihuan.intake.keytask;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Week;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which weekly key tasks are asked for. */
public class KeyTaskFilter extends PageRequest {

  @Parameter(
      description = "Only those of this week of ISO 8601, yyyy-Www",
      schema = @Schema(type = SchemaType.STRING, pattern = Week.FORM))
  @QueryParam("week")
  Week week;

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<KeyTaskStatus> status;
}
