package org.bihuan.dispatch.request.extension;

import jakarta.annotation.security.RolesAllowed;
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
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Requests of units for more time. */
@Path("/api/v1/order-items/{id}/extension-requests")
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
public class ExtensionRequestResource {

  private final ExtensionDesk desk;
  private final Answers answers;

  ExtensionRequestResource(ExtensionDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listExtensionRequests",
      summary = "The requests for more time for an item, oldest first, on one page",
      description = "Of every limit it had, decided ones too.")
  public Page<ExtensionRequestView> list(@PathParam("id") UUID itemId) {
    return new Page<>(desk.list(itemId), null, null);
  }

  @GET
  @Path("/{requestId}")
  @Operation(
      operationId = "getExtensionRequest",
      summary = "One request for more time",
      description = "With the special team's decision once there is one.")
  public RestResponse<ExtensionRequestView> read(
      @PathParam("id") UUID itemId, @PathParam("requestId") UUID id) {
    return answers.one(desk.read(itemId, id));
  }

  @POST
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "requestExtension",
      summary = "The lead unit asks for more time; nothing moves until that is decided",
      description =
          "Before `dueAt`, once for a limit, and for at most as long again as the limit was at"
              + " first.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "Neither ISSUED, ACKNOWLEDGED nor in REWORK (illegal-transition), too late"
              + " (extension-too-late), one waits for its decision (extension-request-open), the"
              + " limit was extended once (already-extended), or `until` is not between `dueAt` and"
              + " `latest` of the answer (extension-out-of-range)")
  public RestResponse<ExtensionRequestView> request(
      @PathParam("id") UUID itemId, NewExtensionRequest wanted) {
    ExtensionRequestView request = desk.request(itemId, wanted);
    String path = "/api/v1/order-items/" + itemId + "/extension-requests/" + request.id();
    return answers.created(path, request);
  }

  @POST
  @Path("/{requestId}/decision")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "decideExtension",
      summary = "The special team gives the time asked for, or does not",
      description =
          "ACCEPTED moves `dueAt` to `until` and the moment of the yellow light by as much, also"
              + " when the old limit is over by now; both are told anew. REFUSED needs an opinion.")
  @Refuses(status = 409, when = "Decided or lapsed already (already-decided)")
  public RestResponse<ExtensionRequestView> decide(
      @PathParam("id") UUID itemId, @PathParam("requestId") UUID id, ExtensionDecision decision) {
    return answers.acted(desk.decide(itemId, id, decision));
  }
}
