package org.bihuan.intake.disclosure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.reporter.ReporterView;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The only way to a reporter's full name and phone. */
@Path("/api/v1/complaints/{id}/reporter-disclosures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "What citizens and offices report")
public class DisclosureResource {

  private final DisclosureDesk desk;

  DisclosureResource(DisclosureDesk desk) {
    this.desk = desk;
  }

  /** Says why a reporter must be seen in full. */
  public record NewDisclosure(@NotBlank @Size(max = 300) String reason) {}

  /** Not repeatable by key: the answer must not be stored anywhere, and each look counts. */
  @POST
  @RolesAllowed({Role.CHANNEL_CLERK, Role.SPECIAL_TEAM})
  @Operation(
      operationId = "discloseReporter",
      summary = "See a reporter's name and phone in full; the look is recorded with its reason",
      description =
          "Each look is a fact on the ledger with the caller's role and unit; the reason "
              + "is kept. Not repeatable by `Idempotency-Key`, since the answer must not be "
              + "stored.")
  @Refuses(
      status = 409,
      when =
          "No configured key opens what is kept (reporter-unreadable), or nothing is kept any more"
              + " (reporter-purged)")
  public ReporterView disclose(@PathParam("id") UUID id, NewDisclosure disclosure) {
    return desk.disclose(id, disclosure.reason());
  }
}
