package org.bihuan.inspection.writeoff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.RecheckView;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where inspectors say what they found. */
@Path("/api/v1/rechecks/{id}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rechecks", description = "Looks on the spot after a reply (回头看)")
@Transactional
public class OutcomeResource {

  private final OutcomeDesk desk;
  private final Districts districts;
  private final Answers answers;
  private final Caller caller;
  private final Clock clock;

  OutcomeResource(
      OutcomeDesk desk, Districts districts, Answers answers, Caller caller, Clock clock) {
    this.desk = desk;
    this.districts = districts;
    this.answers = answers;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RolesAllowed({Role.INSPECTOR, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "giveRecheckOutcome",
      summary = "Record what was found: PASSED writes the problem off, the rest means rework",
      description =
          "An inspector may take a planned one by giving its outcome. PASSED is the only "
              + "way by which a problem is written off; anything else needs a note and sends "
              + "the item back with a new limit. Evidence that the category requires must be given or "
              + "waived before; what it advises and was not given is recorded.")
  @APIResponse(
      responseCode = "200",
      description = "The re-check, done",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecheckView.class)))
  @APIResponse(
      responseCode = "403",
      description = "Others were named for it (not-assigned), or the role may not")
  @APIResponse(
      responseCode = "409",
      description =
          "It is over (illegal-transition), the caller is of an involved unit (own-unit), a"
              + " PASSED lacks evidence that its category requires and nobody has waived"
              + " (evidence-missing, `missing` names it), or an attachment was uploaded a moment ago and is known here in another"
              + " (attachment-not-ready)")
  public Response give(@PathParam("id") UUID id, OutcomeReport report) {
    Recheck recheck = desk.giveOutcome(id, report, districts.bounds());
    return answers.acted(RecheckView.of(recheck, caller, clock.instant()), recheck.version());
  }
}
