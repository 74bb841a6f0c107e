package org.bihuan.dispatch.complexity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.EscalationAxis;
import org.bihuan.contract.EscalationLevel;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends items higher. */
@Path("/api/v1/order-items/{id}/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order-items", description = "One problem in the hands of one unit, with its limit")
public class EscalationResource {

  private final ComplexityDesk desk;
  private final Answers answers;

  EscalationResource(ComplexityDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * That an item goes higher.
   *
   * @param axis why it goes higher
   * @param level how high it goes
   * @param reason why those below cannot settle it, at most 2000 characters
   */
  public record NewEscalation(
      @NotNull EscalationAxis axis,
      @NotNull EscalationLevel level,
      @NotBlank @Size(min = 1, max = 2000) String reason) {}

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "escalateOrderItem",
      summary = "The special team submits a complex item to the leading group",
      description =
          "The same as the decision SUBMIT_TO_LEADING_GROUP of a meeting, without a meeting: its"
              + " difficulty is D2_LEADING_GROUP, and the heads of the day are named. Once; the limit"
              + " runs on.")
  @Refuses(
      status = 409,
      when =
          "Neither ISSUED, ACKNOWLEDGED nor in REWORK (illegal-transition), not declared complex"
              + " (not-complex), or submitted already (already-submitted)")
  public RestResponse<OrderItemView> escalate(@PathParam("id") UUID id, NewEscalation escalation) {
    return answers.acted(desk.escalate(id, escalation.reason()));
  }
}
