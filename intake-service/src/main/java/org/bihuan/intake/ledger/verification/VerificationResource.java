package org.bihuan.intake.ledger.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks the ledger while the caller waits. */
@Path("/api/v1/ledger/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.TOP_LEADER,
  Role.LINE_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class VerificationResource {

  private final VerificationDesk desk;

  VerificationResource(VerificationDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "verifyLedger",
      summary = "Check the whole chain and name the first entry that does not fit",
      description =
          "Reckons every hash again, from the first entry on unless `from=CHECKPOINT` is asked "
              + "for, and says where an edit, a deletion, an insertion or a swap begins. Every "
              + "signed head of a day must lie on the chain; one that lies behind its end shows "
              + "that the newest entries were cut off. A head that was kept elsewhere can be given "
              + "to be compared. One verification runs at a time; after one that took longer than "
              + "a second, the next waits as long. A very long chain is verified in the background: "
              + "`POST /ledger/verifications`.")
  @Refuses(
      status = 429,
      when = "Another one runs (verification-running) or has just ended (verification-too-soon)")
  public Verification verify(@Valid @BeanParam VerificationQuestion question) {
    return desk.verify(question);
  }
}
