package org.bihuan.inspection.evaluation.result;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.bihuan.inspection.evaluation.score.ScoreBy;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which scores are asked for. */
public class ScoreFilter extends PageRequest {

  @Parameter(description = "By what they are told apart; SUBDISTRICT when left out")
  @QueryParam("by")
  ScoreBy by;

  @Parameter(description = "Those of this evaluation")
  @QueryParam("evaluationId")
  @NotNull
  UUID evaluationId;

  ScoreBy by() {
    return by == null ? ScoreBy.SUBDISTRICT : by;
  }
}
