package org.bihuan.dispatch.handling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Order items: what units must fix. */
@Path("/api/v1/order-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "order-items", description = "One problem in the hands of one unit, with its limit")
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
public class OrderItemResource {

  private final ItemSearch search;
  private final ItemReading reading;
  private final ItemDesk desk;
  private final Answers answers;

  OrderItemResource(ItemSearch search, ItemReading reading, ItemDesk desk, Answers answers) {
    this.search = search;
    this.reading = reading;
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * A unit's acknowledgement.
   *
   * @param responsiblePerson who answers for the item at the unit (责任人), or {@code null}
   */
  public record Acknowledgement(@Size(max = 50) String responsiblePerson) {}

  /** Why an item or an order is called off. */
  public record Cancellation(@NotBlank @Size(min = 1, max = 2000) String reason) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listOrderItems",
      summary = "Order items within the caller's sight, newest first or by dueAt",
      description =
          "Those within the caller's sight: a unit's own as lead, joint or parent, a "
              + "sub-unit those that its parent leads, the fallback unit those that no unit has yet, a sub-district's own, everyone else all. Any figure about items is the length "
              + "of such a list.")
  public RestResponse<Page<OrderItemView>> list(@BeanParam OrderItemFilter filter) {
    return answers.page(filter, search::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getOrderItem",
      summary = "One order item with its replies",
      description = "With its replies, what is left of its limit and what the caller may do next.")
  public RestResponse<OrderItemView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "acknowledgeOrderItem",
      summary = "The lead unit confirms receipt; the clock runs on",
      description =
          "Only the lead unit, and only once; the item is then ACKNOWLEDGED. Its limit is not touched.")
  @Refuses(status = 409, when = "Not ISSUED")
  public RestResponse<OrderItemView> acknowledge(
      @PathParam("id") UUID id, Acknowledgement acknowledgement) {
    return answers.acted(desk.acknowledge(id, acknowledgement.responsiblePerson()));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "cancelOrderItem",
      summary = "The special team calls the item off",
      description =
          "For what was issued by mistake or has no object any more. The item is CANCELLED, which "
              + "cannot be taken back.")
  @Refuses(status = 409, when = "Already ended")
  public RestResponse<OrderItemView> cancel(@PathParam("id") UUID id, Cancellation cancellation) {
    return answers.acted(desk.cancel(id, cancellation.reason()));
  }
}
