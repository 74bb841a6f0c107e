package org.bihuan.inspection.bulletin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.paper.PaperAnswers;
import org.bihuan.paper.PaperForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Inspections on paper. */
@Path("/api/v1/inspections/{id}/bulletin")
@Produces({PaperForm.PDF_TYPE, PaperForm.DOCX_TYPE})
@Tag(name = "inspections", description = "Inspections of the three tiers (三级督查)")
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
public class BulletinResource {

  private final BulletinDesk desk;
  private final PaperAnswers answers;

  BulletinResource(BulletinDesk desk, PaperAnswers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getInspectionBulletin",
      summary = "A concluded inspection as a paper to print, to sign or to edit",
      description =
          "PDF or Word (督查专报), after GB/T 9704, made at this moment of what the caller may see of the"
              + " inspection: route, findings, decisions and conclusion. Which form, `form` says,"
              + " else `Accept`.")
  @APIResponse(
      responseCode = "200",
      description = "The file, to save under its number",
      content = {
        @Content(
            mediaType = PaperForm.PDF_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = PaperForm.DOCX_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @Refuses(
      status = 409,
      when =
          "The inspection is not concluded (inspection-not-concluded), or too long for a PDF"
              + " (paper-too-long)")
  public Response read(
      @PathParam("id") UUID id,
      @Parameter(
              description = "In which form, whatever `Accept` prefers",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"pdf", "docx"}))
          @QueryParam("form")
          PaperForm form) {
    return answers.of(desk.bulletin(id), form);
  }
}
