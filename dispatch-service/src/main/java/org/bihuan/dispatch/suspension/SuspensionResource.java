package org.bihuan.dispatch.suspension;

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

/** Suspends items and resumes them. */
@Path("/api/v1/order-items/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order-items", description = "One problem in the hands of one unit, with its limit")
@RolesAllowed(Role.SPECIAL_TEAM)
public class SuspensionResource {

  private final SuspensionDesk desk;
  private final Answers answers;

  SuspensionResource(SuspensionDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** Why an item is resumed. */
  public record Resumption(@NotBlank @Size(min = 1, max = 2000) String reason) {}

  @POST
  @Path("/suspension")
  @IdempotentRequest
  @Operation(
      operationId = "suspendOrderItem",
      summary = "The special team suspends an item; its clock stands",
      description =
          "For what nobody can do anything about for a while. Of an item that is suspended already"
              + " it sets another day of review. What the unit has asked for and nobody has decided"
              + " lapses.")
  @Refuses(status = 409, when = "Neither ISSUED, ACKNOWLEDGED, in REWORK nor SUSPENDED")
  public RestResponse<OrderItemView> suspend(@PathParam("id") UUID id, NewSuspension suspension) {
    return answers.acted(desk.suspend(id, suspension));
  }

  @POST
  @Path("/resumption")
  @IdempotentRequest
  @Operation(
      operationId = "resumeOrderItem",
      summary = "The special team resumes a suspended item; its clock runs on",
      description =
          "It is as it was before. `dueAt` and the moment of the yellow light move by the time that"
              + " it was suspended.")
  @Refuses(status = 409, when = "Not SUSPENDED")
  public RestResponse<OrderItemView> resume(@PathParam("id") UUID id, Resumption resumption) {
    return answers.acted(desk.resume(id, resumption.reason()));
  }
}
