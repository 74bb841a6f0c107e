package org.bihuan.dispatch.organisation.leader;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** Leaders of the district. */
@Path("/api/v1/leaders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "leaders", description = "Leaders of the district (区级领导)")
@Authenticated
public class LeaderResource {

  private final LeaderDesk desk;
  private final Answers answers;

  LeaderResource(LeaderDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listLeaders",
      summary = "Leaders in office on a day, newest first",
      description = "Former ones too with `on` a day of then, or with `everyDay`.")
  public RestResponse<Page<LeaderView>> list(@BeanParam LeaderFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getLeader",
      summary = "One leader by code, in office or not",
      description = "What the leader is charged with: `GET /duties?leaderCode=`.")
  public RestResponse<LeaderView> read(@PathParam("code") String code) {
    return answers.one(desk.read(code));
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createLeader",
      summary = "A leader takes office",
      description = "The first day may have passed. A code is never given to a second person.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "There is a leader with this code")
  public RestResponse<LeaderView> create(NewLeader wanted) {
    LeaderView leader = desk.create(wanted);
    return answers.created("/api/v1/leaders/" + leader.code(), leader);
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replaceLeader",
      summary = "Change name, post or body of a leader",
      description =
          "Running and future duties bear the new name and post; those that are over keep the old.")
  public RestResponse<LeaderView> replace(@PathParam("code") String code, LeaderChange change) {
    return answers.acted(desk.change(code, change));
  }

  @POST
  @Path("/{code}/ending")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "endLeader",
      summary = "A leader leaves office",
      description =
          "`on` is the first day no longer in office. Duties that go beyond it end with it; nothing"
              + " is deleted, and the code stays with this person.")
  @Refuses(status = 409, when = "Ends no later already (already-ended)")
  public RestResponse<LeaderView> end(@PathParam("code") String code, Ending ending) {
    return answers.acted(desk.end(code, ending));
  }
}
