package org.bihuan.dispatch.assignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives an item that no rule covers to a unit. */
@Path("/api/v1/order-items/{id}/assignment")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order-items", description = "One problem in the hands of one unit, with its limit")
public class AssignmentResource {

  private final AssignmentDesk desk;
  private final ItemReading reading;
  private final Answers answers;

  AssignmentResource(AssignmentDesk desk, ItemReading reading, Answers answers) {
    this.desk = desk;
    this.reading = reading;
    this.answers = answers;
  }

  /**
   * Who gets an item and how long it may take.
   *
   * @param leadUnitCode code, name or alias of the unit that answers
   * @param deadlineClass any but PLANNED
   * @param jointUnitCodes units that help, at most 20, or {@code null} for none
   * @param demand what is to be done (整改要求), at most 2000 characters, or {@code null}
   * @param responsiblePerson who answers at the unit (责任人), at most 50 characters, or {@code null}
   */
  public record Assignment(
      @NotBlank @Size(min = 1, max = 60) String leadUnitCode,
      @NotNull DeadlineClass deadlineClass,
      @Size(max = 20) List<@NotBlank @Size(min = 1, max = 60) String> jointUnitCodes,
      @Size(max = 2000) String demand,
      @Size(max = 50) String responsiblePerson) {

    public Assignment {
      jointUnitCodes = jointUnitCodes == null ? List.of() : jointUnitCodes;
    }
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "assignOrderItem",
      summary = "The special team puts an unassigned item on an order; its clock starts",
      description =
          "For what no routing rule covers. Makes an order of one item, which is then ISSUED; the "
              + "limit begins now.")
  @Refuses(status = 409, when = "Not UNASSIGNED")
  public RestResponse<OrderItemView> assign(@PathParam("id") UUID id, Assignment assignment) {
    desk.assign(id, assignment);
    return answers.acted(reading.read(id));
  }
}
