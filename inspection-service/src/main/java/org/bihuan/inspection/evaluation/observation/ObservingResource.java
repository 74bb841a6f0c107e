package org.bihuan.inspection.evaluation.observation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Observing during a mock evaluation. */
@Path("/api/v1/mock-evaluations/{id}/observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mock-evaluations", description = "Mock evaluations by checklists (模拟测评)")
public class ObservingResource {

  private final ObservationDesk desk;
  private final Answers answers;

  ObservingResource(ObservationDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.INSPECTOR, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "observePoint",
      summary = "Record what was seen of an item at a point",
      description =
          "While it is under way, also of what was noted without a network. The same again counts once"
              + " and is 200, also after the conclusion.")
  @ResponseStatus(201)
  @Refuses(status = 403, when = "Other inspectors were named (not-your-evaluation)")
  @Refuses(
      status = 409,
      when =
          "It is not under way (illegal-transition), or something else was told of the item at this point"
              + " (observed-before)")
  @Refuses(
      status = 422,
      when = "It lies before the start of the evaluation (observed-before-start)")
  public RestResponse<ObservationView> observe(@PathParam("id") UUID id, NewObservation sent) {
    ObservationDesk.Taken taken = desk.take(id, sent);
    return taken.isNew()
        ? answers.created("/api/v1/evaluation-observations/" + taken.view().id(), taken.view())
        : answers.acted(taken.view());
  }
}
