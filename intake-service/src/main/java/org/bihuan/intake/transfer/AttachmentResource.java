package org.bihuan.intake.transfer;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.attachment.Attachment;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.intake.rewriting.FileRewriting;
import org.bihuan.intake.rewriting.Rewritten;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.security.RateLimitedWithoutLogin;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Photos and papers. */
@Path("/api/v1/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attachments", description = "Photos and papers")
public class AttachmentResource {

  private final FileRewriting rewriting;
  private final AttachmentDesk desk;
  private final AttachmentAccess access;
  private final SignedLinks links;
  private final Answers answers;
  private final MeterRegistry metrics;

  AttachmentResource(
      FileRewriting rewriting,
      AttachmentDesk desk,
      AttachmentAccess access,
      SignedLinks links,
      Answers answers,
      MeterRegistry metrics) {
    this.rewriting = rewriting;
    this.desk = desk;
    this.access = access;
    this.links = links;
    this.answers = answers;
    this.metrics = metrics;
  }

  /**
   * An upload in the description of the API.
   *
   * @param file a JPEG, PNG, WebP or PDF, of at most 20 MB
   */
  public record UploadForm(
      @Schema(required = true, type = SchemaType.STRING, format = "binary") String file) {}

  @POST
  @PermitAll
  @Blocking
  @RateLimitedWithoutLogin("too-many-attachments")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "uploadAttachment",
      summary = "Upload a photo or a paper",
      description =
          "JPEG, PNG, WebP or PDF by its content, at most 20 MB and 50 million pixels. It is written "
              + "anew: upright and without anything else that was in it; when and where a camera "
              + "took it is kept as data. It can be used once, within a day, by whoever uploaded "
              + "it: name its id in a complaint, reply, re-check or finding. The other services "
              + "know of it within about a second, and until then answer attachment-not-ready. "
              + "Without a login at a limited rate, and for complaints without a login alone.")
  @Refuses(status = 401, when = "The login is not valid")
  @ResponseStatus(201)
  @Refuses(
      status = 413,
      when = "The request or the file is too large (too-large, attachment-too-large)")
  @Refuses(
      status = 415,
      when =
          "The request is not multipart, or the file none of the kinds that are taken"
              + " (unsupported-media-type, attachment-type)")
  @Refuses(
      status = 422,
      when =
          "The file is not taken (attachment-ambiguous, attachment-pixels, attachment-unreadable,"
              + " attachment-encrypted, attachment-active), or the `Idempotency-Key` was used for"
              + " a different request (idempotency-key-reused)")
  @Refuses(
      status = 429,
      when = "Too many uploads from one address without a login (too-many-attachments)")
  @Parameter(ref = "IdempotencyKey")
  public RestResponse<AttachmentView> upload(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(implementation = UploadForm.class)))
          Upload upload) {
    Rewritten file = rewriting.rewrite(upload.content());
    RestResponse<AttachmentView> kept = desk.keep(file);
    metrics.counter("bihuan.attachments.stored", "type", file.kind().mediaType()).increment();
    return kept;
  }

  @GET
  @Path("/{id}")
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
      operationId = "getAttachment",
      summary = "One attachment, with links to its files",
      description =
          "Until it is used, for whoever uploaded it; then for those who may see what it belongs "
              + "to. Photos of a confidential complaint are for those who may read complaints. The "
              + "links need no login and hold for some minutes. Where `blurred`, they lead to the photo "
              + "with faces or plates blurred; `sha256` is that of the original.")
  public RestResponse<AttachmentView> read(@PathParam("id") UUID id) {
    return answers.one(linked(access.visible(id)));
  }

  private AttachmentView linked(Attachment attachment) {
    Instant expiry = links.expiry();
    String thumbnail =
        attachment.isPhoto() ? links.address(attachment.id(), Variant.THUMBNAIL, expiry) : null;
    return AttachmentView.of(
        attachment,
        access.position(attachment),
        links.address(attachment.id(), Variant.SHOWN, expiry),
        thumbnail,
        expiry);
  }
}
