package org.bihuan.inspection.assessment.paper;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.bihuan.contract.Role;
import org.bihuan.inspection.assessment.AssessmentDesk;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.letterhead.Letterhead;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.Month;
import org.bihuan.paper.PaperAnswers;
import org.bihuan.paper.PaperForm;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The assessment of a month as a paper and as a workbook. */
@Path("/api/v1/assessments/{month}")
@Tag(name = "assessments", description = "Monthly assessment of units and sub-districts (月度考核)")
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
public class AssessmentPaperResource {

  private final AssessmentDesk desk;
  private final Letterhead letterhead;
  private final PaperAnswers answers;

  AssessmentPaperResource(AssessmentDesk desk, Letterhead letterhead, PaperAnswers answers) {
    this.desk = desk;
    this.letterhead = letterhead;
    this.answers = answers;
  }

  @GET
  @Path("/document")
  @Produces({PaperForm.PDF_TYPE, PaperForm.DOCX_TYPE})
  @Operation(
      operationId = "getAssessmentDocument",
      summary = "The assessment of a month as a paper to print, to sign or to edit",
      description =
          "PDF or Word (月度考核), after GB/T 9704, of what the caller may see of it: places, figures, deductions, and the change"
              + " against the month before. Which form, `form` says, else `Accept`.")
  @APIResponse(
      responseCode = "200",
      description = "The file, to save under its name",
      content = {
        @Content(
            mediaType = PaperForm.PDF_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = PaperForm.DOCX_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @Refuses(status = 409, when = "It is too long for a PDF (paper-too-long)")
  public Response document(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @Parameter(description = "Who is assessed; units when left out") @QueryParam("of")
          Assessed of,
      @Parameter(
              description = "In which form, whatever `Accept` prefers",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"pdf", "docx"}))
          @QueryParam("form")
          PaperForm form) {
    return answers.of(AssessmentPaper.of(desk.read(month, of), letterhead.issuingBody()), form);
  }

  @GET
  @Path("/workbook")
  @Produces(Sheet.XLSX)
  @Operation(
      operationId = "getAssessmentWorkbook",
      summary = "The assessment of a month as a workbook",
      description =
          "The table of the month (月度考核表) under two rows of headings, the deductions, and the corrections of a closed month, as"
              + " far as the caller may see them.")
  @APIResponse(
      responseCode = "200",
      description = "The file, to save under its name",
      content =
          @Content(
              mediaType = Sheet.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response workbook(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @Parameter(description = "Who is assessed; units when left out") @QueryParam("of")
          Assessed of) {
    String name = "attachment; filename=\"assessment-" + month + ".xlsx\"";
    return Response.ok(AssessmentSheet.of(desk.read(month, of)), Sheet.XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
