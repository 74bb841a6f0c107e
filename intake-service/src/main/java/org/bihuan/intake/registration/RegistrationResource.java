package org.bihuan.intake.registration;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.bihuan.intake.complaint.ComplaintView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where complaints from every channel come in. */
@Path("/api/v1/complaints")
@Tag(name = "complaints")
public class RegistrationResource {

  private final RegistrationDesk desk;
  private final UriInfo uri;

  RegistrationResource(RegistrationDesk desk, UriInfo uri) {
    this.desk = desk;
    this.uri = uri;
  }

  @POST
  @PermitAll
  @Blocking
  @Operation(
      operationId = "registerComplaint",
      summary =
          "Take a complaint in; 200 with the one already there when the channel has sent its number before")
  @APIResponse(
      responseCode = "201",
      description = "The complaint",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintView.class)))
  public CompletionStage<Response> register(NewComplaint complaint) {
    URI root = uri.getBaseUri();
    return desk.register(complaint).thenApply(outcome -> outcome.answer(root));
  }
}
