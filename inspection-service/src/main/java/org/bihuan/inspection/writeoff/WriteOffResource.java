package org.bihuan.inspection.writeoff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The write-off journal, to be read. */
@Path("/api/v1/write-offs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "write-offs", description = "The journal of problems written off (销账)")
@Transactional
public class WriteOffResource {

  private final OutcomeDesk desk;
  private final Answers answers;

  WriteOffResource(OutcomeDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of lines of the journal in the description of the API. */
  public record WriteOffPage(List<WriteOffView> items, String nextCursor, Long total) {}

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
  @Operation(
      operationId = "listWriteOffs",
      summary = "The write-off journal, newest first",
      description =
          "Append-only. A problem is written off here and nowhere else; the other "
              + "services follow.")
  @APIResponse(
      responseCode = "200",
      description = "A page of the journal",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WriteOffPage.class)))
  public Response list(@BeanParam WriteOffFilter filter) {
    return answers.page(desk.page(filter).map(WriteOffView::of));
  }
}
