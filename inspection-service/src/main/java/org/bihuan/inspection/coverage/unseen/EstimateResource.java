package org.bihuan.inspection.coverage.unseen;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who told of problems, and how many nobody told of. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "Where inspections have been, and what they miss (督查覆盖)")
public class EstimateResource {

  private final EstimateDesk desk;
  private final Answers answers;

  EstimateResource(EstimateDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Path("/estimate")
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
      operationId = "estimateUnseenProblems",
      summary = "How many problems nobody told of, estimated from complaints and inspections",
      description =
          "Chapman's estimate from the problems that residents complained of, those that inspections"
              + " found, and those that are both, with the interval of 95 % after Sadinle (2009). It"
              + " takes the two for independent: where inspections go to what was complained of, or a"
              + " problem draws both, it is too low.")
  public RestResponse<EstimateView> estimate(
      @Parameter(description = "First moment of the period; four weeks before its end unless set")
          @QueryParam("from")
          Instant from,
      @Parameter(description = "First moment after the period; now when left out") @QueryParam("to")
          Instant to) {
    return RestResponse.ok(desk.estimate(from, to));
  }

  @GET
  @Path("/problems")
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
      operationId = "listKnownProblems",
      summary = "Problems that residents complained of or inspections found, latest first",
      description =
          "As intake-service has told since this service listens to it; problems from other sources"
              + " alone are not in it.")
  public RestResponse<Page<KnownProblemView>> list(@BeanParam KnownProblemFilter filter) {
    return answers.page(filter, desk::page);
  }
}
