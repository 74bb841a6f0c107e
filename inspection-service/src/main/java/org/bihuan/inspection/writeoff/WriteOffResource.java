package org.bihuan.inspection.writeoff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bihuan.contract.Role;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The write-off journal, to be read. */
@Path("/api/v1/write-offs")
@Tag(name = "write-offs")
@Transactional
public class WriteOffResource {

  private final OutcomeDesk desk;
  private final Answers answers;

  WriteOffResource(OutcomeDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
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
  @Operation(operationId = "listWriteOffs", summary = "The write-off journal, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the journal",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "items",
                            type = SchemaType.ARRAY,
                            implementation = WriteOffView.class),
                        @SchemaProperty(name = "nextCursor", type = SchemaType.STRING),
                        @SchemaProperty(name = "total", type = SchemaType.INTEGER)
                      })))
  public Response list(@BeanParam WriteOffFilter filter) {
    return answers.page(desk.page(filter).map(WriteOffView::of));
  }
}
