package org.bihuan.intake.registration.unsent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.intake.recognition.Suggestion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tells who takes a complaint in what it seems to be while it is still being written. */
@Path("/api/v1/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class SuggestionResource {

  private final SuggestionDesk desk;

  SuggestionResource(SuggestionDesk desk) {
    this.desk = desk;
  }

  @POST
  @RolesAllowed({Role.CHANNEL_CLERK, Role.SPECIAL_TEAM, Role.SUBDISTRICT})
  @Operation(
      operationId = "suggestForText",
      summary = "What a complaint seems to be before it is sent",
      description =
          "The same as of a complaint that is there: intent, scope, the three likeliest categories"
              + " and other bodies, and the place by point, address or text. Nothing is stored.")
  public RestResponse<Suggestion> suggest(UnsentComplaint complaint) {
    return RestResponse.ok(desk.of(complaint));
  }
}
