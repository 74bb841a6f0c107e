package org.bihuan.inspection.sampling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Lots of re-checks of which a sample is visited. */
@Path("/api/v1/recheck-lots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sampling", description = "Re-checks of which a sample alone is visited (抽样核查)")
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
public class LotResource {

  private final LotDesk desk;
  private final Answers answers;

  LotResource(LotDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listLots",
      summary = "Lots, newest first",
      description = "Without their re-checks, which `GET /rechecks?lotId=` lists.")
  public RestResponse<Page<LotView>> list(@BeanParam LotFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getLot",
      summary = "One lot",
      description =
          "With the seed and the ids of its re-checks, from which the draw can be repeated.")
  public RestResponse<LotView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @ResponseStatus(201)
  @IdempotentRequest
  @Operation(
      operationId = "openLot",
      summary = "Make a lot of what is planned of a unit and class, and draw its sample",
      description =
          "Takes all planned re-checks that nobody is named for. Left out, and visited one by one, are hard cases, what the"
              + " media, the city or leaders found, emergencies, and what has failed or come back before. When few enough"
              + " of the sample fail, the rest passes with it; else everything is visited.")
  @Refuses(
      status = 409,
      when =
          "There is a lot of this week (lot-exists), too few re-checks (lot-too-small), or five lots failed while"
              + " tightened (sampling-suspended)")
  public RestResponse<LotView> open(@Valid NewLot asked) {
    LotView view = desk.open(asked);
    return answers.created("/api/v1/recheck-lots/" + view.id(), view);
  }
}
