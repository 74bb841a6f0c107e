package org.bihuan.intake.similar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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

/** Near-duplicates of a complaint. */
@Path("/api/v1/complaints/{id}/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class SimilarResource {

  private final SimilarDesk desk;

  SimilarResource(SimilarDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed(Role.SPECIAL_TEAM)
  @Operation(
      operationId = "listSimilarProblems",
      summary = "Open problems that say nearly the same as a complaint",
      description =
          "With a score and the reasons for it: place, category, days between, words in common, the same picture"
              + " in a photo of both, which is found whatever the words say."
              + " Problems of half a year are compared; one can be found about two seconds after it"
              + " was filed. Join the complaint to one with its merge. Its split takes it out"
              + " again, also where a rule joined it, as a new problem whose limit begins anew; a"
              + " problem of its own that ended with the merge does not come back.")
  public RestResponse<SimilarView> read(
      @PathParam("id") UUID id, @Valid @BeanParam HowMany howMany) {
    return RestResponse.ok(desk.to(id, howMany.limit()));
  }
}
