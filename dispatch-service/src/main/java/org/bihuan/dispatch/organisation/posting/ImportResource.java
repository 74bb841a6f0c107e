package org.bihuan.dispatch.organisation.posting;

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

/** Lists of posted cadres as sheets. */
@Path("/api/v1/postings")
@Tag(name = "postings", description = "Cadres posted to sub-districts (下沉干部)")
public class ImportResource {

  private final ImportDesk desk;

  ImportResource(ImportDesk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/import")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Consumes({Sheet.XLSX, Sheet.CSV})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importPostings",
      summary = "Import a list of posted cadres",
      description =
          "XLSX or CSV (UTF-8 or GB18030), at most 1 MB and 5000 rows, with the headings of the template."
              + " A row that is known changes nothing, one with an end ends its posting, endings"
              + " before what begins; who is not on the list stays. Nothing is stored when any row is"
              + " wrong: each fault names `rows[number].heading`.")
  @Refuses(status = 422, when = Sheet.REFUSED)
  public RestResponse<ImportReport> importSheet(Sheet sheet, @BeanParam ImportRequest request) {
    return RestResponse.ok(desk.run(sheet, request));
  }

  @GET
  @Path("/import-template")
  @RolesAllowed(Role.ADMIN)
  @Produces(Sheet.XLSX)
  @Operation(
      operationId = "getPostingTemplate",
      summary = "A workbook to be filled in and imported",
      description = "One row of headings; those with an asterisk are required.")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(
              mediaType = Sheet.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response template() {
    return SheetWriter.template("下沉干部", PostingSheet.HEADINGS, "postings.xlsx");
  }
}
