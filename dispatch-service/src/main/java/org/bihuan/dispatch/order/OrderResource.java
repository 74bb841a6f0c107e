package org.bihuan.dispatch.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Supervision orders. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders", description = "Supervision orders (督办单)")
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
public class OrderResource {

  private final OrderReading reading;
  private final OrderDesk desk;
  private final Answers answers;

  OrderResource(OrderReading reading, OrderDesk desk, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of orders in the description of the API. */
  public record OrderPage(List<OrderView> items, String nextCursor, Long total) {}

  @GET
  @Operation(
      operationId = "listOrders",
      summary = "Orders within the caller's sight, newest first",
      description = "An order is within sight when one of its items is.")
  @APIResponse(
      responseCode = "200",
      description = "A page of orders",
      content = @Content(schema = @Schema(implementation = OrderPage.class)))
  public Response list(@BeanParam OrderFilter filter) {
    return answers.page(reading.page(filter));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getOrder",
      summary = "One order with its items",
      description = "With those of its items that the caller may see.")
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "404", description = "None within the caller's sight")
  public Response read(@PathParam("id") UUID id) {
    OrderView order = reading.read(id);
    return answers.one(order, order.version());
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "issueOrder",
      summary = "The special team issues an order with 1 to 200 items, all or nothing",
      description =
          "SPECIAL or BULLETIN; routine ones are made by rules. The order gets the "
              + "next number of the year, without gaps. Items that a rule has issued already "
              + "and nobody has acknowledged move to the new order.")
  @APIResponse(
      responseCode = "201",
      description = "The order",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "400", description = "Every fault is named")
  @APIResponse(responseCode = "409", description = "An item is already acknowledged or ended")
  public Response issue(NewOrder wanted) {
    OrderView order = reading.read(desk.create(wanted));
    return answers.created("/api/v1/orders/" + order.id(), order, order.version());
  }
}
