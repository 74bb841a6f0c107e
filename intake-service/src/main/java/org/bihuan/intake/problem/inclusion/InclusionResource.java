package org.bihuan.intake.problem.inclusion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proof that a problem stands on the ledger. */
@Path("/api/v1/problems/{id}/inclusion")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "problems")
public class InclusionResource {

  private final InclusionDesk desk;

  InclusionResource(InclusionDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed({
    Role.CHANNEL_CLERK,
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
      operationId = "getProblemInclusion",
      summary = "Proof that every entry about a problem stands on the ledger",
      description =
          "Each entry that the caller may read, with all that its hash binds and its path to the "
              + "signed head of its day. Whoever has the head, kept elsewhere, checks it without "
              + "the ledger. Entries of today are `pending` until the day is over.")
  public InclusionView read(@PathParam("id") UUID id) {
    return desk.inclusion(id);
  }
}
