package org.bihuan.inspection.writeoff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.inspection.recheck.RecheckView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where inspectors say what they found. */
@Path("/api/v1/rechecks/{id}/outcome")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rechecks", description = "Looks on the spot after a reply (回头看)")
public class OutcomeResource {

  private final OutcomeDesk desk;
  private final Answers answers;

  OutcomeResource(OutcomeDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
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
  @Refuses(status = 403, when = "Others were named for it (not-assigned), or the role may not")
  @Refuses(
      status = 409,
      when =
          "It is over (illegal-transition), the caller is of an involved unit (own-unit) or worked on it or reviewed the work (own-work), its lot decides about it (held-by-lot), a"
              + " PASSED lacks evidence that its category requires and nobody has waived"
              + " (evidence-missing, `missing` names it), or an attachment was uploaded a moment ago and is known here in another"
              + " (attachment-not-ready)")
  @Refuses(
      status = 422,
      when =
          "The arrival is before the reply, or before the write-off of a look-back or the feedback that"
              + " asks for it, or a re-check after the write-off cannot have this outcome"
              + " (outcome-of-look-back)")
  public RestResponse<RecheckView> give(@PathParam("id") UUID id, OutcomeReport report) {
    return answers.acted(desk.giveOutcome(id, report));
  }
}
