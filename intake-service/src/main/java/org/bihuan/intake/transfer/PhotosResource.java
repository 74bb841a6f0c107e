package org.bihuan.intake.transfer;

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
import org.jboss.resteasy.reactive.RestResponse;

/** Photos of a problem, before and after. */
@Path("/api/v1/problems/{id}/photos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "problems")
public class PhotosResource {

  private final PhotosDesk desk;

  PhotosResource(PhotosDesk desk) {
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
      operationId = "getProblemPhotos",
      summary = "Photos of a problem, before and after",
      description =
          "With links that need no login and hold for some minutes, and with what speaks against a photo of a reply or"
              + " re-check: it was taken before the problem was filed, or the same picture was shown before.")
  public RestResponse<PhotosView> read(@PathParam("id") UUID id) {
    return RestResponse.ok(desk.read(id));
  }
}
