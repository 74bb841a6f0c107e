package org.bihuan.inspection.evaluation.result;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Points and scores of mock evaluations. */
@Path("/api/v1/mock-evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mock-evaluations", description = "Mock evaluations by checklists (模拟测评)")
public class ResultResource {

  private final ResultDesk desk;
  private final Answers answers;

  ResultResource(ResultDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Path("/points")
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listEvaluationPoints",
      summary = "Points of mock evaluations with their scores, last planned first",
      description = "Those of evaluations the caller may know of.")
  public RestResponse<Page<EvaluationPointView>> points(@BeanParam PointFilter filter) {
    return answers.page(filter, desk::points);
  }

  @GET
  @Path("/scores")
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listEvaluationScores",
      summary =
          "Score rates of an evaluation by point, type of places, sub-district or item of a checklist",
      description = "Passed of observed, each with its list; what is not applicable is in neither.")
  public RestResponse<Page<ScoreLine>> scores(@Valid @BeanParam ScoreFilter filter) {
    return answers.page(filter, desk::scores);
  }
}
