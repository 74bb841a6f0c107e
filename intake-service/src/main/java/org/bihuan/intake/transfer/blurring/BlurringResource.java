package org.bihuan.intake.transfer.blurring;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.rewriting.FileRewriting;
import org.bihuan.intake.rewriting.Rewritten;
import org.bihuan.intake.transfer.AttachmentView;
import org.bihuan.intake.transfer.blurring.BlurringDesk.Painting;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Faces and plates that nobody is to recognise. */
@Path("/api/v1/attachments/{id}/blurring")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attachments", description = "Photos and papers")
public class BlurringResource {

  private final BlurringDesk desk;
  private final FileRewriting rewriting;

  BlurringResource(BlurringDesk desk, FileRewriting rewriting) {
    this.desk = desk;
    this.rewriting = rewriting;
  }

  /** The picture is painted outside the transaction, which it would keep open for seconds. */
  @POST
  @Blocking
  @RolesAllowed({Role.CHANNEL_CLERK, Role.SPECIAL_TEAM})
  @Operation(
      operationId = "blurPhoto",
      summary = "Blur faces and plates in a photo of a complaint",
      description =
          "By the special team, or the clerk of the complaint's channel. From then on everybody is "
              + "shown the blurred photo, by links that were made before too; what was there cannot "
              + "be computed from it. The original is kept, its hash stays the proof, and only a "
              + "disclosure leads to it. Blurred again, the areas of a clerk are added to those "
              + "from before, and those of the special team replace them. An area is at least 16 "
              + "pixels wide and high, or the whole side of a smaller photo. A copy of the same "
              + "file with another complaint is blurred for itself. It is a fact on the ledger.")
  @Refuses(
      status = 409,
      when =
          "It is a paper, or belongs to no complaint (attachment-no-photo,"
              + " attachment-of-no-complaint), or somebody else blurred it meanwhile"
              + " (photo-changed), or with those from before there are more than 200 areas"
              + " (too-many-areas)")
  @Refuses(
      status = 422,
      when =
          "The photo has more pixels than are unpacked now (attachment-pixels), or the"
              + " `Idempotency-Key` was used for a different request (idempotency-key-reused)")
  @Parameter(ref = "IdempotencyKey")
  public RestResponse<AttachmentView> blur(@PathParam("id") UUID id, NewBlurring blurring) {
    Painting painting = desk.painting(id, blurring);
    Rewritten rendition = rewriting.blur(painting.original(), painting.areas());
    return desk.blur(id, painting, rendition);
  }
}
