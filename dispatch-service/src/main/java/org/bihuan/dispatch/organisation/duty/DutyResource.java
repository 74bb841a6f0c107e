package org.bihuan.dispatch.organisation.duty;

import io.quarkus.security.Authenticated;
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
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listDuties",
      summary = "Duties that hold on a day, newest first",
      description =
          "CO_HEAD: heads of the leading group; LINE: in charge of a work line; FRONTLINE_GROUP: leads"
              + " a frontline group; AREA: answers for a whole sub-district.")
  public RestResponse<Page<DutyView>> list(@BeanParam DutyFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDuty",
      summary = "One duty, over or not",
      description = "Once it is over it bears the name and post that its holder had then.")
  public RestResponse<DutyView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
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
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "Another duty, `dutyId`, excludes it on some day (duty-overlaps), or both seats are taken"
              + " (co-heads-complete)")
  public RestResponse<DutyView> create(NewDuty wanted) {
    DutyView duty = desk.create(wanted);
    return answers.created("/api/v1/duties/" + duty.id(), duty);
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
  @Refuses(status = 409, when = "Ends no later already (already-ended)")
  public RestResponse<DutyView> end(@PathParam("id") UUID id, Ending ending) {
    return answers.acted(desk.end(id, ending));
  }
}
