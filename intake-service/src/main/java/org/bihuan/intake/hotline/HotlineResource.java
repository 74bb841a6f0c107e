package org.bihuan.intake.hotline;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the machines of hotlines push their calls; docs/hotline-integration.md is for vendors. */
@SecurityScheme(
    securitySchemeName = "HotlineSignature",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-Signature",
    description = "HMAC-SHA256 by a key of the hotline over timestamp, nonce and body")
@SecurityRequirement(name = "HotlineSignature")
@Path("/hotlines/{hotline}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "hotlines", description = "Signed calls of hotlines, each once")
@PermitAll
public class HotlineResource {

  private final HotlineDesk desk;
  private final UriInfo uri;

  HotlineResource(HotlineDesk desk, UriInfo uri) {
    this.desk = desk;
    this.uri = uri;
  }

  @POST
  @Path("/calls")
  @Blocking
  @Operation(
      operationId = "pushHotlineCall",
      summary = "A hotline pushes a call, signed",
      description =
          "Signed by a key of `use: SIGNING`, it acts as a clerk of the hotline's channel, by the "
              + "rules of `POST /complaints`. A nonce counts once, so a call that got no answer is "
              + "signed anew with another nonce; the same `sourceRef` with the same content is the "
              + "same complaint. `Idempotency-Key` is not looked at: nonce and `sourceRef` do its "
              + "work.")
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "200",
      description = "The complaint already there: the hotline has sent this call before")
  @Refuses(
      status = 401,
      when =
          "A header is missing (signature-missing) or unreadable (timestamp-malformed,"
              + " nonce-malformed), the clocks differ by more than five minutes"
              + " (timestamp-outside-window), or no key of the hotline has signed this"
              + " (signature-wrong)")
  @Refuses(status = 404, when = "There is no such hotline (hotline-not-found)")
  @Refuses(
      status = 409,
      when =
          "The hotline has used the nonce in the last 15 minutes (nonce-replayed), or has sent this"
              + " number with other content (source-ref-reused)")
  public CompletionStage<RestResponse<ComplaintView>> push(
      @Parameter(description = "Short number of the hotline, or code of its channel")
          @PathParam("hotline")
          String hotline,
      @BeanParam CallHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = NewHotlineCall.class)))
          byte[] body) {
    URI root = uri.getBaseUri();
    return desk.register(hotline, headers, body).thenApply(outcome -> outcome.toResponse(root));
  }

  @POST
  @Path("/sandbox/calls")
  @Blocking
  @Operation(
      operationId = "tryHotlineCall",
      summary = "Try a signed call out; nothing is kept",
      description =
          "Checks signature, nonce and body as for a real call, and says what the complaint would"
              + " be about. No complaint, number, ledger entry or event is made. Signed by a key of"
              + " `use: SANDBOX`, which opens nothing else; a key for real calls is refused here.")
  @Refuses(
      status = 401,
      when =
          "A header is missing (signature-missing) or unreadable (timestamp-malformed,"
              + " nonce-malformed), the clocks differ by more than five minutes"
              + " (timestamp-outside-window), or no sandbox key of the hotline has signed this"
              + " (signature-wrong)")
  @Refuses(status = 404, when = "There is no such hotline (hotline-not-found)")
  @Refuses(
      status = 409,
      when = "The hotline has used the nonce in the last 15 minutes (nonce-replayed)")
  public TriedCall tryOut(
      @Parameter(description = "Short number of the hotline, or code of its channel")
          @PathParam("hotline")
          String hotline,
      @BeanParam CallHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = NewHotlineCall.class)))
          byte[] body) {
    return desk.tryOut(hotline, headers, body);
  }
}
