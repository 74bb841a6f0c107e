package org.bihuan.dispatch.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history and the clock of an item. */
@Path("/api/v1/order-items/{id}")
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
public class HistoryResource {

  private final HistoryDesk desk;

  HistoryResource(HistoryDesk desk) {
    this.desk = desk;
  }

  @GET
  @Path("/history")
  @Operation(
      operationId = "getOrderItemHistory",
      summary = "Every step of an item with who and why, in order, on one page",
      description = "Every step with who, in which role, and why.")
  public Page<HistoryEntryView> history(@PathParam("id") UUID id) {
    return new Page<>(desk.history(id), null, null);
  }

  @GET
  @Path("/clock")
  @Operation(
      operationId = "getOrderItemClock",
      summary = "Why the clock of an item stands where it stands",
      description =
          "The segments of its life, which of them count, and their sum, which is the "
              + "elapsed time to the second.")
  public ClockView clock(@PathParam("id") UUID id) {
    return desk.clock(id);
  }
}
