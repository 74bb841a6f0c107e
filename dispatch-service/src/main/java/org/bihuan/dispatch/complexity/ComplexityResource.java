package org.bihuan.dispatch.complexity;

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
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Declares items complex. */
@Path("/api/v1/order-items/{id}/complexity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order-items", description = "One problem in the hands of one unit, with its limit")
public class ComplexityResource {

  private final ComplexityDesk desk;
  private final Answers answers;

  ComplexityResource(ComplexityDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * That an item is complex.
   *
   * @param reason why its unit cannot fix it at once, at most 2000 characters
   */
  public record Complexity(@NotBlank @Size(min = 1, max = 2000) String reason) {}

  @POST
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SPECIAL_TEAM})
  @IdempotentRequest
  @Operation(
      operationId = "declareOrderItemComplex",
      summary = "The lead unit or the special team asks for a coordination meeting",
      description =
          "For what its unit cannot settle alone. Marks the item D1_TEAM_COORDINATION, once; the"
              + " limit runs on.")
  @Refuses(
      status = 409,
      when =
          "Neither ISSUED, ACKNOWLEDGED nor in REWORK (illegal-transition), or complex already"
              + " (already-complex)")
  public RestResponse<OrderItemView> declare(@PathParam("id") UUID id, Complexity complexity) {
    return answers.acted(desk.declare(id, complexity.reason()));
  }
}
