package org.bihuan.dispatch.unit.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Lists of units as sheets. */
@Path("/api/v1/units")
@Tag(name = "units", description = "Responsible units")
@RolesAllowed(Role.ADMIN)
public class UnitRegisterResource {

  private final UnitRegisterDesk desk;

  UnitRegisterResource(UnitRegisterDesk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/import")
  @IdempotentRequest
  @Consumes({Sheet.XLSX, Sheet.CSV})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importUnits",
      summary = "Import a list of units",
      description =
          "XLSX or CSV (UTF-8 or GB18030), at most 1 MB and 5000 rows, with the headings of the"
              + " template or of an exported list. A unit is known by its code: a new one is added, a"
              + " known one becomes what its row says, who is not on the list stays. What a row leaves"
              + " empty is taken away; what the sheet has no column for stays. The unit above can"
              + " stand anywhere on the list. A unit that nothing needs any more is closed by its"
              + " row; which one is the fallback unit the reference data says. Nothing is stored when"
              + " any row is wrong: each fault names `rows[number].heading`.")
  @Refuses(status = 422, when = Sheet.REFUSED)
  public RestResponse<ImportReport> importSheet(Sheet sheet, @BeanParam ImportRequest request) {
    return RestResponse.ok(desk.run(sheet, request));
  }

  @GET
  @Path("/import-template")
  @Produces(Sheet.XLSX)
  @Operation(
      operationId = "getUnitTemplate",
      summary = "A workbook to be filled in with units and imported",
      description = "One row of headings; those with an asterisk are required.")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(
              mediaType = Sheet.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response template() {
    return SheetWriter.template("单位", UnitSheet.HEADINGS, "units.xlsx");
  }
}
