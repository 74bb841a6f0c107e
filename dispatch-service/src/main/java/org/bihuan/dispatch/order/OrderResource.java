package org.bihuan.dispatch.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.handling.OrderItemResource.Cancellation;
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
  private final DraftDesk drafts;
  private final Answers answers;

  OrderResource(OrderReading reading, OrderDesk desk, DraftDesk drafts, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.drafts = drafts;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listOrders",
      summary = "Orders within the caller's sight, newest first",
      description =
          "An order is within sight when one of its items is; a draft, which has none, is within the"
              + " special team's.")
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
      summary =
          "The special team issues an order with 1 to 200 items, all or nothing, or drafts it",
      description =
          "SPECIAL or BULLETIN; routine ones are made by rules. The order gets the "
              + "next number of the year, without gaps. Items that a rule has issued already "
              + "and nobody has acknowledged move to the new order. With `draft` it is kept as a"
              + " DRAFT: no number, and nothing changes for its items.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "An item is already acknowledged or ended")
  public RestResponse<OrderView> issue(NewOrder wanted) {
    UUID id = wanted.asDraft() ? drafts.create(wanted) : desk.create(wanted);
    return answers.created("/api/v1/orders/" + id, reading.read(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @Operation(
      operationId = "replaceOrderDraft",
      summary = "A draft says something else",
      description =
          "All of it anew; it stays a DRAFT. Items that came on another order since it was saved are"
              + " taken from there from now on.")
  @Refuses(status = 409, when = "Not a DRAFT")
  public RestResponse<OrderView> replace(@PathParam("id") UUID id, NewOrder wanted) {
    drafts.replace(id, wanted);
    return answers.acted(reading.read(id));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @Operation(
      operationId = "discardOrderDraft",
      summary = "Throw a draft away",
      description = "It has no number, so none is missed. What is issued is called off instead.")
  @Refuses(status = 409, when = "Not a DRAFT")
  public void discard(@PathParam("id") UUID id) {
    drafts.discard(id);
  }

  @POST
  @Path("/{id}/issue")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "issueOrderDraft",
      summary = "A draft is issued: it gets its number, and the limits of its items begin now",
      description =
          "All or nothing. When items have changed so that it cannot take them any more, `errors` names"
              + " each; save the draft anew, without them or with what you know now.")
  @Refuses(
      status = 409,
      when =
          "Not a DRAFT; an item came on another order, is in the hands of a unit or has ended, or a unit"
              + " takes no more work (draft-outdated)")
  public RestResponse<OrderView> issueDraft(@PathParam("id") UUID id) {
    drafts.issue(id);
    return answers.acted(reading.read(id));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "cancelOrder",
      summary = "The special team calls an order off, with all of it that has not ended",
      description =
          "The order is CANCELLED and keeps its number, which is never given again; items that were"
              + " written off before stay so. It cannot be taken back.")
  @Refuses(status = 409, when = "A DRAFT, CLOSED or CANCELLED")
  public RestResponse<OrderView> cancel(@PathParam("id") UUID id, Cancellation cancellation) {
    desk.cancel(id, cancellation.reason());
    return answers.acted(reading.read(id));
  }
}
