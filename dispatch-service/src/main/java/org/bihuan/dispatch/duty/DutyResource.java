package org.bihuan.dispatch.duty;

import io.quarkus.security.Authenticated;
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
import org.bihuan.dispatch.span.Ending;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What leaders and leading bodies are charged with. */
@Path("/api/v1/duties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "duties", description = "What leaders and leading bodies are charged with")
@Authenticated
public class DutyResource {

  private final DutyDesk desk;
  private final Answers answers;

  DutyResource(DutyDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of duties in the description of the API. */
  public record DutyPage(List<DutyView> items, String nextCursor, Long total) {}

  @GET
  @Operation(
      operationId = "listDuties",
      summary = "Duties that hold on a day, newest first",
      description =
          "CO_HEAD: heads of the leading group; LINE: in charge of a work line; FRONTLINE_GROUP: leads"
              + " a frontline group; AREA: answers for a whole sub-district.")
  @APIResponse(
      responseCode = "200",
      description = "A page of duties",
      content = @Content(schema = @Schema(implementation = DutyPage.class)))
  public Response list(@BeanParam DutyFilter filter) {
    return answers.page(desk.page(filter));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDuty",
      summary = "One duty, over or not",
      description = "Once it is over it bears the name and post that its holder had then.")
  @APIResponse(
      responseCode = "200",
      description = "The duty",
      content = @Content(schema = @Schema(implementation = DutyView.class)))
  public Response read(@PathParam("id") UUID id) {
    DutyView duty = desk.read(id);
    return answers.one(duty, duty.version());
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createDuty",
      summary = "Charge a leader or a leading body with something",
      description =
          "On no day there are more than two heads of the leading group, two leaders of one frontline"
              + " group, or two leaders or two bodies that answer for one area. End the former duty"
              + " first; the new one can begin on the day on which it ends.")
  @APIResponse(
      responseCode = "201",
      description = "The duty",
      content = @Content(schema = @Schema(implementation = DutyView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "Another duty, `dutyId`, excludes it on some day (duty-overlaps), or both seats are taken"
              + " (co-heads-complete)")
  public Response create(NewDuty wanted) {
    DutyView duty = desk.create(wanted);
    return answers.created("/api/v1/duties/" + duty.id(), duty, duty.version());
  }

  @POST
  @Path("/{id}/ending")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "endDuty",
      summary = "End a duty",
      description =
          "`on` is the first day on which it no longer holds; its own first day for one that was"
              + " recorded by mistake. It stays on record.")
  @APIResponse(
      responseCode = "200",
      description = "The duty as it is now",
      content = @Content(schema = @Schema(implementation = DutyView.class)))
  @APIResponse(responseCode = "409", description = "Ends no later already (already-ended)")
  public Response end(@PathParam("id") UUID id, Ending ending) {
    DutyView duty = desk.end(id, ending);
    return answers.acted(duty, duty.version());
  }
}
