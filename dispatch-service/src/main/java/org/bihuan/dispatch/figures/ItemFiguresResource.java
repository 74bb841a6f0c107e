package org.bihuan.dispatch.figures;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.bihuan.contract.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of order items. */
@Path("/api/v1/order-items/figures")
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
public class ItemFiguresResource {

  private final ItemFiguresDesk desk;

  ItemFiguresResource(ItemFiguresDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "getOrderItemFigures",
      summary = "Items filed, closed, overdue and open of a period, by unit, place, kind or day",
      description =
          "Numbers of order items within the caller's sight, each with the address of exactly the rows that it counts. A"
              + " unit is the lead unit. All is counted as it is now: an item that went to another unit counts there.")
  public ItemFiguresView figures(
      @Parameter(description = "What tells the rows apart", required = true) @QueryParam("by")
          FiguresBy by,
      @Parameter(description = "First day, on the district's calendar", required = true)
          @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Last day, at most three years later", required = true)
          @QueryParam("to")
          LocalDate to) {
    return desk.read(by, from, to);
  }
}
