package org.bihuan.dispatch.request.returning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.routing.ruling.RulingView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests of units to return an item. */
@Path("/api/v1/order-items/{id}/return-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "What units ask for, and what the special team decides")
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
public class ReturnRequestResource {

  private final ReturnDesk desk;
  private final ReturnDecisionDesk decisions;
  private final RulingOnReturnDesk rulings;
  private final Answers answers;

  ReturnRequestResource(
      ReturnDesk desk, ReturnDecisionDesk decisions, RulingOnReturnDesk rulings, Answers answers) {
    this.desk = desk;
    this.decisions = decisions;
    this.rulings = rulings;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listReturnRequests",
      summary = "The requests to return an item, oldest first, on one page",
      description = "Decided ones too.")
  public Page<ReturnRequestView> list(@PathParam("id") UUID itemId) {
    return new Page<>(desk.list(itemId), null, null);
  }

  @GET
  @Path("/{requestId}")
  @Operation(
      operationId = "getReturnRequest",
      summary = "One request to return an item",
      description = "With the special team's decision once there is one.")
  public RestResponse<ReturnRequestView> read(
      @PathParam("id") UUID itemId, @PathParam("requestId") UUID id) {
    return answers.one(desk.read(itemId, id));
  }

  @POST
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "requestReturn",
      summary = "The lead unit asks to give an item back; the clock runs on",
      description =
          "Within the return window of its SLA policy (`returnUntil` of the item), with the duty"
              + " clause that says whose business it is. The unit keeps the item until the special"
              + " team decides.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "Neither ISSUED nor ACKNOWLEDGED (illegal-transition), too late (return-window-passed), or"
              + " it was ruled to be the unit's business (ruled-upon)")
  public RestResponse<ReturnRequestView> request(
      @PathParam("id") UUID itemId, NewReturnRequest wanted) {
    ReturnRequestView request = desk.request(itemId, wanted);
    String path = "/api/v1/order-items/" + itemId + "/return-requests/" + request.id();
    return answers.created(path, request);
  }

  @POST
  @Path("/{requestId}/decision")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "decideReturn",
      summary = "The special team takes the item back, or leaves it with its unit",
      description =
          "ACCEPTED puts it on a new order of `leadUnitCode`, else of the suggested unit, with a"
              + " fresh limit; without either it is UNASSIGNED and the limit of an assignment"
              + " begins. REFUSED needs an opinion and leaves item and limit as they were.")
  @Refuses(
      status = 409,
      when =
          "Decided or withdrawn already (already-decided), or it has gone back and forth and is to be"
              + " ruled upon (ruling-needed)")
  public RestResponse<ReturnRequestView> decide(
      @PathParam("id") UUID itemId, @PathParam("requestId") UUID id, ReturnDecision decision) {
    return answers.acted(decisions.decide(itemId, id, decision));
  }

  @POST
  @Path("/{requestId}/ruling")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "ruleOnReturn",
      summary = "The special team rules whose business an item is that has gone back and forth",
      description =
          "For a request that is `rulingNeeded`. Another unit gets the item on a new order with a fresh"
              + " limit; the one that has it keeps it under its old limit. As a `precedent` the ruling"
              + " routes every later problem of the same category at the same `place`, before all"
              + " rules, until it is withdrawn.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "Decided or withdrawn already (already-decided), or to be decided in the usual way"
              + " (ruling-not-needed)")
  public RestResponse<RulingView> rule(
      @PathParam("id") UUID itemId, @PathParam("requestId") UUID id, NewRuling wanted) {
    RulingView ruling = rulings.rule(itemId, id, wanted);
    return answers.created("/api/v1/rulings/" + ruling.id(), ruling);
  }

  @POST
  @Path("/{requestId}/withdrawal")
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "withdrawReturn",
      summary = "The lead unit takes its request back and keeps the item",
      description = "The item is as it was before, on the same limit.")
  @Refuses(status = 409, when = "Decided or withdrawn already (already-decided)")
  public RestResponse<ReturnRequestView> withdraw(
      @PathParam("id") UUID itemId, @PathParam("requestId") UUID id) {
    return answers.acted(desk.withdraw(itemId, id));
  }
}
