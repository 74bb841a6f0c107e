package org.bihuan.dispatch.urge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Urges of units. */
@Path("/api/v1/order-items/{id}/urges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order-items", description = "One problem in the hands of one unit, with its limit")
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
public class UrgeResource {

  private final UrgeDesk desk;
  private final Answers answers;

  UrgeResource(UrgeDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * What the special team says to the unit.
   *
   * @param text at most 2000 characters
   */
  public record NewUrge(@NotBlank @Size(min = 1, max = 2000) String text) {}

  @GET
  @Operation(
      operationId = "listUrges",
      summary = "The urges of an item, oldest first, on one page",
      description = "Those of the special team, and those by timer for want of acknowledgement.")
  public Page<UrgeView> list(@PathParam("id") UUID id) {
    return new Page<>(desk.list(id), null, null);
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "urgeUnit",
      summary = "The special team urges the unit; the clock runs on",
      description = "While the unit owes its final reply. As often as the team sees fit.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "Neither ISSUED, ACKNOWLEDGED nor in REWORK")
  public RestResponse<UrgeView> urge(@PathParam("id") UUID id, NewUrge urge) {
    return answers.created("/api/v1/order-items/" + id + "/urges", desk.urge(id, urge.text()));
  }
}
