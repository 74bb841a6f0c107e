package org.bihuan.dispatch.difficulty.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Plans for single items (一事一策). */
@Path("/api/v1/order-items/{id}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "Plans for single items: who, when and for how much")
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
public class PlanResource {

  private final PlanDesk desk;
  private final Answers answers;

  PlanResource(PlanDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getPlan",
      summary = "The newest version of the plan for an item",
      description = "404 plan-not-found while there is none.")
  public RestResponse<PlanView> read(@PathParam("id") UUID itemId) {
    return answers.one(desk.read(itemId));
  }

  @GET
  @Path("/versions")
  @Operation(
      operationId = "listPlanVersions",
      summary = "Every version of the plan for an item, oldest first, on one page",
      description = "Versions never change, so that what was planned when stays on record.")
  public Page<PlanView> versions(@PathParam("id") UUID itemId) {
    return new Page<>(desk.versions(itemId), null, null);
  }

  @PUT
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @Operation(
      operationId = "filePlan",
      summary = "The lead unit files a plan for an item, or another version of it",
      description =
          "Each change is a new version and needs the `If-Match` of the one before; the first needs"
              + " none. An item of class PLANNED takes no final reply without a plan (plan-missing)."
              + " The limit is not touched.")
  @Refuses(status = 403, when = "The caller's unit does not lead the item (not-lead-unit)")
  @Refuses(status = 409, when = "Neither ISSUED, ACKNOWLEDGED nor in REWORK")
  public RestResponse<PlanView> file(@PathParam("id") UUID itemId, NewPlan plan) {
    return answers.acted(desk.file(itemId, plan));
  }
}
