package org.bihuan.dispatch.order;

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
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listOrders",
      summary = "Orders within the caller's sight, newest first",
      description = "An order is within sight when one of its items is.")
  public RestResponse<Page<OrderView>> list(@BeanParam OrderFilter filter) {
    return answers.page(filter, reading::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getOrder",
      summary = "One order with its items",
      description = "With those of its items that the caller may see.")
  public RestResponse<OrderView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
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
  @ResponseStatus(201)
  @Refuses(status = 409, when = "An item is already acknowledged or ended")
  public RestResponse<OrderView> issue(NewOrder wanted) {
    OrderView order = reading.read(desk.create(wanted));
    return answers.created("/api/v1/orders/" + order.id(), order);
  }
}
