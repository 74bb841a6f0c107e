package org.bihuan.inspection.finding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings of all inspections, with the problems they became. */
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "findings", description = "Defects found at inspections")
@Transactional
public class FindingResource {

  private final FindingDesk desk;
  private final Answers answers;

  FindingResource(FindingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of findings in the description of the API. */
  public record FindingPage(List<FindingView> items, String nextCursor, Long total) {}

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
      operationId = "listFindings",
      summary = "Findings, newest first",
      description =
          "Those of inspections the caller may know of. Each becomes a problem through "
              + "intake-service.")
  @APIResponse(
      responseCode = "200",
      description = "A page of findings",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FindingPage.class)))
  public Response list(@BeanParam FindingFilter filter) {
    return answers.page(desk.page(filter).map(FindingView::of));
  }

  @GET
  @Path("/{id}")
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
      operationId = "getFinding",
      summary = "One finding",
      description = "With the problem, the item and the unit it led to, once they are there.")
  @APIResponse(
      responseCode = "200",
      description = "The finding",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FindingView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or none the caller may know of")
  public Response read(@PathParam("id") UUID id) {
    Finding finding = desk.read(id);
    return answers.one(FindingView.of(finding), finding.version());
  }
}
