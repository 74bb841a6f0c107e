package org.bihuan.inspection.fieldwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Round tables: what was found is settled with the units. */
@Path("/api/v1/inspections/{id}/roundtable")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "Inspections of the three tiers (三级督查)")
public class RoundtableResource {

  private final RoundtableDesk desk;
  private final Answers answers;

  RoundtableResource(RoundtableDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "holdRoundtable",
      summary = "Record a round table with what it decided about each finding",
      description =
          "On the way (座谈会). Each finding is decided once; the unit that is to answer sees it from then"
              + " on. Another round table may settle what is found later. Order items stay as they"
              + " are.")
  @Refuses(
      status = 409,
      when =
          "Not on the way (illegal-transition), or a finding was decided before (finding-decided)")
  @Refuses(status = 422, when = "It lies before the start of the inspection (held-before-start)")
  public RestResponse<InspectionView> hold(@PathParam("id") UUID id, NewRoundtable held) {
    return answers.acted(desk.hold(id, held));
  }
}
