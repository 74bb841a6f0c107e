package org.bihuan.inspection.recheck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.evidence.NewWaiver;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Re-checks: what is owed, by whom, and what came of it. */
@Path("/api/v1/rechecks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rechecks", description = "Looks on the spot after a reply (回头看)")
public class RecheckResource {

  private final RecheckReading reading;
  private final RecheckDesk desk;
  private final Answers answers;

  RecheckResource(RecheckReading reading, RecheckDesk desk, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
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
  public RestResponse<Page<RecheckView>> list(@BeanParam RecheckFilter filter) {
    return answers.page(filter, reading::page);
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
  public RestResponse<RecheckView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
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
  @Refuses(
      status = 409,
      when =
          "It is over (illegal-transition), its lot decides about it (held-by-lot), or an inspector is of an involved unit (own-unit) or worked on it or reviewed the work (own-work)")
  public RestResponse<RecheckView> assign(@PathParam("id") UUID id, Assignment assignment) {
    return answers.acted(desk.assign(id, assignment));
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
  @Refuses(
      status = 409,
      when =
          "It is over (illegal-transition), the caller is of an involved unit (own-unit), its lot decides about it (held-by-lot), it is a look-back (evidence-of-look-back), or the"
              + " evidence is not asked for (evidence-not-asked-for) or was waived already"
              + " (evidence-waived-before), which `evidence` names")
  public RestResponse<RecheckView> waive(@PathParam("id") UUID id, NewWaiver waiver) {
    return answers.acted(desk.waive(id, waiver));
  }
}
