package org.bihuan.intake.transfer.blurring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The only way to a photo as it was before somebody blurred it. */
@Path("/api/v1/attachments/{id}/original-disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attachments", description = "Photos and papers")
public class OriginalDisclosureResource {

  private final OriginalDisclosureDesk desk;

  OriginalDisclosureResource(OriginalDisclosureDesk desk) {
    this.desk = desk;
  }

  /** Says why a photo must be seen as it was before it was blurred. */
  public record NewOriginalDisclosure(@NotBlank @Size(max = 300) String reason) {}

  /**
   * The way to the original of a blurred photo.
   *
   * @param url where it can be fetched without a login until {@code expiresAt}
   * @param expiresAt when the link runs out
   */
  public record OriginalView(@NotNull String url, @NotNull Instant expiresAt) {}

  /** Not repeatable by key: the answer must not be stored anywhere, and each look counts. */
  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @Operation(
      operationId = "discloseOriginal",
      summary = "See a photo as it was before it was blurred; the look is recorded with its reason",
      description =
          "Each look is a fact on the ledger with the caller's role and unit; the reason is kept. "
              + "The link needs no login and holds for some minutes. Not repeatable by "
              + "`Idempotency-Key`, since the answer must not be stored.")
  @Refuses(status = 409, when = "Everybody sees the original (attachment-not-blurred)")
  public OriginalView disclose(@PathParam("id") UUID id, NewOriginalDisclosure disclosure) {
    return desk.disclose(id, disclosure.reason());
  }
}
