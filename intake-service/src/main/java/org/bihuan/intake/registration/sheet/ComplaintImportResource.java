package org.bihuan.intake.registration.sheet;

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

/** Complaints from above as sheets. */
@Path("/api/v1/complaint-imports")
@Tag(name = "complaints", description = "What citizens and offices report")
@RolesAllowed(Role.SPECIAL_TEAM)
public class ComplaintImportResource {

  /** As many seconds as 5000 rows take on a busy system, and some more. */
  private static final int SECONDS = 300;

  private final ComplaintImportDesk desk;

  ComplaintImportResource(ComplaintImportDesk desk) {
    this.desk = desk;
  }

  @POST
  @IdempotentRequest(seconds = SECONDS)
  @Consumes({Sheet.XLSX, Sheet.CSV})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importComplaints",
      summary = "Import complaints of sources from above",
      description =
          "XLSX or CSV (UTF-8 or GB18030), at most 1 MB and 5000 rows, with the headings of the"
              + " template. Each row is registered as by the special team's desk, and known by its"
              + " number: a sheet sent twice makes nothing twice. Nothing is registered when any row"
              + " is wrong: each fault names `rows[number].heading`.")
  @Refuses(
      status = 409,
      when =
          "Another sheet is being imported (import-under-way), or a number was used for something"
              + " else while the sheet was imported (source-ref-reused): sent again, the sheet is"
              + " refused with that row")
  @Refuses(status = 422, when = Sheet.REFUSED)
  public RestResponse<ComplaintImportView> importSheet(
      Sheet sheet, @BeanParam ImportRequest request) {
    return RestResponse.ok(desk.run(sheet, request));
  }

  @GET
  @Path("/template")
  @Produces(Sheet.XLSX)
  @Operation(
      operationId = "getComplaintTemplate",
      summary = "A workbook to be filled in and imported as complaints",
      description = "One row of headings; those with an asterisk are required.")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(
              mediaType = Sheet.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response template() {
    return SheetWriter.template("督查来源", ComplaintSheet.HEADINGS, "complaints.xlsx");
  }
}
