package org.bihuan.intake.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.intake.attachment.Attachment.Variant;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of attachments, for those who have a link. */
@Path("/api/v1/attachments/{id}/content")
@Tag(name = "attachments", description = "Photos and papers")
public class ContentResource {

  /** A browser shows it and runs nothing of it, whatever it may be. */
  private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

  private final AttachmentReading reading;
  private final SignedLinks links;

  ContentResource(AttachmentReading reading, SignedLinks links) {
    this.reading = reading;
    this.links = links;
  }

  @GET
  @PermitAll
  @Produces({"image/jpeg", "image/png", "application/pdf"})
  @Operation(
      operationId = "getAttachmentContent",
      summary = "A file of an attachment, by a link",
      description =
          "For whoever has a link from `url` or `thumbnailUrl`, as long as it holds; nobody makes "
              + "one by hand.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      headers = @Header(name = "ETag", ref = "ETag"),
      content = {
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/png",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "application/pdf",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @Refuses(
      status = 403,
      when =
          "The link was not made here or has run out (attachment-link-invalid,"
              + " attachment-link-expired)")
  public Response read(
      @PathParam("id") UUID id,
      @Parameter(description = "Which file") @QueryParam("variant") Variant variant,
      @Parameter(
              description = "When the link runs out, in seconds since 1970",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "253402300799"))
          @QueryParam("expires")
          Long expires,
      @Parameter(description = "Shows that the link was made here") @QueryParam("signature")
          String signature) {
    links.check(id, variant, expires, signature);
    AttachmentReading.Content content = reading.content(id, variant);
    return Response.ok(content.bytes(), content.mediaType())
        .tag(content.sha256())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(content))
        .header("Content-Security-Policy", NOTHING_RUNS)
        .build();
  }

  /** A paper is saved, not shown: readers inside browsers run more than photos need. */
  private static String disposition(AttachmentReading.Content content) {
    String how = content.mediaType().startsWith("image/") ? "inline" : "attachment";
    return "%s; filename=\"%s\"".formatted(how, content.name());
  }
}
