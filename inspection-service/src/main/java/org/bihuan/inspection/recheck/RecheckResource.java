package org.bihuan.inspection.recheck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.evidence.NewWaiver;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Re-checks: what is owed, by whom, and what came of it. */
@Path("/api/v1/rechecks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rechecks", description = "Looks on the spot after a reply (回头看)")
@Transactional
public class RecheckResource {

  private final RecheckDesk desk;
  private final Answers answers;
  private final Caller caller;
  private final Clock clock;

  RecheckResource(RecheckDesk desk, Answers answers, Caller caller, Clock clock) {
    this.desk = desk;
    this.answers = answers;
    this.caller = caller;
    this.clock = clock;
  }

  /** A page of re-checks in the description of the API. */
  public record RecheckPage(List<RecheckView> items, String nextCursor, Long total) {}

  @GET
  @RolesAllowed({
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
      operationId = "listRechecks",
      summary = "Re-checks, newest first or by dueAt; units see theirs once they are over",
      description = "A re-check is owed for every accepted final reply.")
  @APIResponse(
      responseCode = "200",
      description = "A page of re-checks",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecheckPage.class)))
  public Response list(@BeanParam RecheckFilter filter) {
    return answers.page(
        desk.page(filter).map(recheck -> RecheckView.of(recheck, caller, clock.instant())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
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
      operationId = "getRecheck",
      summary = "One re-check",
      description = "With what was found, once it is done.")
  @APIResponse(
      responseCode = "200",
      description = "The re-check",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecheckView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or none the caller may know of")
  public Response read(@PathParam("id") UUID id) {
    Recheck recheck = desk.read(id);
    return answers.one(RecheckView.of(recheck, caller, clock.instant()), recheck.version());
  }

  @POST
  @Path("/{id}/assignment")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "assignRecheck",
      summary = "Name the inspectors, none of them of a unit involved in the fixing",
      description =
          "Those named before are replaced. Whoever is not among the named can no longer "
              + "take it.")
  @APIResponse(
      responseCode = "200",
      description = "The re-check",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecheckView.class)))
  @APIResponse(
      responseCode = "409",
      description = "It is over (illegal-transition), or an inspector is of an involved unit")
  public Response assign(@PathParam("id") UUID id, Assignment assignment) {
    Recheck recheck = desk.assign(id, assignment);
    return answers.acted(RecheckView.of(recheck, caller, clock.instant()), recheck.version());
  }

  @POST
  @Path("/{id}/evidence-waiver")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "waiveRecheckEvidence",
      summary = "Let a re-check pass without some evidence, with a reason",
      description =
          "Before the outcome, once for each kind, and for good. The write-off, the ledger and "
              + "the certificate say who waived what.")
  @APIResponse(
      responseCode = "200",
      description = "The re-check",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecheckView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "It is over (illegal-transition), the caller is of an involved unit (own-unit), or the"
              + " evidence is not asked for (evidence-not-asked-for) or was waived already"
              + " (evidence-waived-before), which `evidence` names")
  public Response waive(@PathParam("id") UUID id, NewWaiver waiver) {
    Recheck recheck = desk.waive(id, waiver);
    return answers.acted(RecheckView.of(recheck, caller, clock.instant()), recheck.version());
  }
}
