package org.bihuan.dispatch.reply.demand;

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

/** What is demanded for good at the place of an item. */
@Path("/api/v1/order-items/{id}/standing-demands")
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
public class PlaceDemandResource {

  private final StandingDemandDesk desk;

  PlaceDemandResource(StandingDemandDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "listDemandsAtPlace",
      summary = "What is demanded for good where an item's problem is, oldest first, on one page",
      description =
          "Whichever item it was demanded with: at the same address in the same sub-district, or within"
              + " about 50 metres.")
  public Page<StandingDemandView> list(@PathParam("id") UUID id) {
    return new Page<>(desk.atPlaceOf(id), null, null);
  }
}
