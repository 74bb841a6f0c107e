package org.bihuan.dispatch.paper;

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

/** Replies to order items on paper. */
@Path("/api/v1/order-items/{id}/reply-form")
@Produces({PaperForm.PDF_TYPE, PaperForm.DOCX_TYPE})
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
public class ReplyFormResource {

  private final ReplyFormDesk desk;
  private final PaperAnswers answers;

  ReplyFormResource(ReplyFormDesk desk, PaperAnswers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getReplyForm",
      summary = "The reply to an item as a paper to print, to sign or to edit",
      description =
          "PDF or Word (督办单回复单): the newest final reply with its review, or a form to fill in "
              + "while there is none. Photos from before and after are listed with id, time and hash;"
              + " the pictures are not on it. Which form, `form` says, else `Accept`.")
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
      when = "On no order yet (item-on-no-order), or too long for a PDF (paper-too-long)")
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
    return answers.of(desk.reply(id), form);
  }
}
