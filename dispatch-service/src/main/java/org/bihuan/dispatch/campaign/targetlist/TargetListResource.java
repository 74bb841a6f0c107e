package org.bihuan.dispatch.campaign.targetlist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.ImportRequest;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Target lists of campaigns as sheets. */
@Path("/api/v1/campaigns")
@Tag(name = "campaigns", description = "Campaigns (攻坚行动) with their target lists")
@RolesAllowed(Role.SPECIAL_TEAM)
public class TargetListResource {

  private final TargetListDesk desk;

  TargetListResource(TargetListDesk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/{id}/target-list")
  @IdempotentRequest
  @Consumes({Sheet.XLSX, Sheet.CSV})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importTargetList",
      summary = "Import the target list of a campaign",
      description =
          "XLSX or CSV (UTF-8 or GB18030), at most 1 MB and 5000 rows, with the headings of the"
              + " template. A point is known by its number: one that is known changes nothing, or is"
              + " corrected as long as nobody was there; what is not on the list stays. A plan stands"
              + " in the row or comes later. Nothing is stored when any row is wrong: each fault names"
              + " `rows[number].heading`.")
  @Refuses(status = 409, when = "The campaign is closed (campaign-closed)")
  @Refuses(status = 422, when = Sheet.REFUSED)
  public RestResponse<ImportReport> importSheet(
      @PathParam("id") UUID id, Sheet sheet, @BeanParam ImportRequest request) {
    return RestResponse.ok(desk.run(id, sheet, request));
  }

  @GET
  @Path("/target-list-template")
  @Produces(Sheet.XLSX)
  @Operation(
      operationId = "getTargetListTemplate",
      summary = "A workbook to be filled in and imported as a target list",
      description = "One row of headings; those with an asterisk are required.")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(
              mediaType = Sheet.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response template() {
    return SheetWriter.template("攻坚行动清单", TargetListSheet.HEADINGS, "target-list.xlsx");
  }
}
