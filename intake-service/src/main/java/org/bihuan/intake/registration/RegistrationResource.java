package org.bihuan.intake.registration;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.security.RateLimitedWithoutLogin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Where complaints from every channel come in. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "What citizens and offices report")
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
  @RateLimitedWithoutLogin("too-many-complaints")
  @Operation(
      operationId = "registerComplaint",
      summary = "Take a complaint in",
      description =
          "Becomes a problem at once when that is sure: its category was sent or is clear from the "
              + "text, nothing like it is tracked already, and the sender has logged in. The same "
              + "text about the same place joins the problem that is tracked. All else waits for "
              + "the special team, and `waitingFor` says why. Without a login only public channels "
              + "are open, at a limited rate. The same `channel` and `sourceRef` again is the same "
              + "complaint; only who is bound to the channel may send a `sourceRef`. What a resident "
              + "sends with a session of the mini-program waits as if sent without a login and "
              + "stands in the resident's own list.")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "200",
      description = "The complaint already there: the channel has sent this number before")
  @Refuses(status = 401, when = "The channel needs a login")
  @Refuses(
      status = 403,
      when =
          "The channel is not the caller's (channel-not-yours), or only its number is not "
              + "(source-ref-not-yours)")
  @Refuses(
      status = 409,
      when =
          "The channel has sent this number with other content (source-ref-reused); who may read "
              + "that complaint is told its `complaintId` and which fields differ (`differs`)")
  @Refuses(
      status = 422,
      when =
          "Without a login: several links or accounts of messengers, and neither a place nor"
              + " anything that a district deals with (looks-like-advertising)")
  @Refuses(
      status = 429,
      when =
          "Too many complaints from one address without a login, or from one resident"
              + " (too-many-complaints), or too many of one text from anywhere"
              + " (same-text-too-often)")
  @Parameter(ref = "IdempotencyKey")
  public CompletionStage<RestResponse<ComplaintView>> register(NewComplaint complaint) {
    URI root = uri.getBaseUri();
    return desk.register(complaint).thenApply(outcome -> outcome.toResponse(root));
  }
}
