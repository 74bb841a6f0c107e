package org.bihuan.dispatch.reply.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What was demanded for good. */
@Path("/api/v1/standing-demands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standing-demands", description = "What is demanded for good, by place (长效要求)")
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
public class StandingDemandResource {

  private final StandingDemandDesk desk;
  private final Answers answers;

  StandingDemandResource(StandingDemandDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Why a standing demand holds no longer.
   *
   * @param reason at most 1000 characters
   */
  public record DemandEnding(@NotBlank @Size(min = 1, max = 1000) String reason) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listStandingDemands",
      summary = "Standing demands, newest first",
      description =
          "For whoever sees every item; a unit or a sub-district reads those at the place of an item.")
  public RestResponse<Page<StandingDemandView>> list(@BeanParam StandingDemandFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @Path("/{id}/ending")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "endStandingDemand",
      summary = "End a standing demand, with a reason",
      description = "It stays on record, and is not shown at its place any more.")
  @Refuses(status = 409, when = "It was ended already (demand-ended)")
  public RestResponse<StandingDemandView> end(@PathParam("id") UUID id, DemandEnding ending) {
    return answers.acted(desk.end(id, ending.reason()));
  }
}
