package org.bihuan.intake.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
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
  private final Answers answers;

  RegistrationResource(RegistrationDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @PermitAll
  @IdempotentRequest
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
  public Response register(NewComplaint complaint) {
    RegistrationDesk.Registered registered = desk.register(complaint);
    ComplaintReading.Versioned taken = registered.complaint();
    return registered.repeated()
        ? answers.acted(taken.view(), taken.version())
        : answers.created("/api/v1/complaints/" + taken.view().id(), taken.view(), taken.version());
  }
}
