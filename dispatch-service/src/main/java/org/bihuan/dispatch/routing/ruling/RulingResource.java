package org.bihuan.dispatch.routing.ruling;

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

/** Rulings on whose business something is. */
@Path("/api/v1/rulings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rulings", description = "Whose business something was ruled to be (裁定)")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.UNIT_HANDLER,
  Role.UNIT_LEADER,
  Role.SUBDISTRICT,
  Role.INSPECTOR,
  Role.LINE_LEADER,
  Role.TOP_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class RulingResource {

  private final RulingDesk desk;
  private final Answers answers;

  RulingResource(RulingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Why a precedent no longer holds.
   *
   * @param reason at most 2000 characters
   */
  public record RulingWithdrawal(@NotBlank @Size(min = 1, max = 2000) String reason) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listRulings",
      summary = "Rulings, newest first",
      description = "All units see all of them: that is what a precedent is for.")
  public RestResponse<Page<RulingView>> list(@BeanParam RulingFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getRuling",
      summary = "One ruling",
      description = "What a reason of kind RULING or PRECEDENT cites.")
  public RestResponse<RulingView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "withdrawRuling",
      summary = "A precedent routes nothing any more",
      description = "The item that was ruled upon, and those it has routed, stay where they are.")
  @Refuses(
      status = 409,
      when = "It is no precedent (no-precedent), or was withdrawn already (ruling-withdrawn)")
  public RestResponse<RulingView> withdraw(@PathParam("id") UUID id, RulingWithdrawal withdrawal) {
    return answers.acted(desk.withdraw(id, withdrawal.reason()));
  }
}
