package org.bihuan.dispatch.leader;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.span.Ending;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

  /** A page of leaders in the description of the API. */
  public record LeaderPage(List<LeaderView> items, String nextCursor, Long total) {}

  @GET
  @Operation(
      operationId = "listLeaders",
      summary = "Leaders in office on a day, newest first",
      description = "Former ones too with `on` a day of then, or with `everyDay`.")
  @APIResponse(
      responseCode = "200",
      description = "A page of leaders",
      content = @Content(schema = @Schema(implementation = LeaderPage.class)))
  public Response list(@BeanParam LeaderFilter filter) {
    return answers.page(desk.page(filter));
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getLeader",
      summary = "One leader by code, in office or not",
      description = "What the leader is charged with: `GET /duties?leaderCode=`.")
  @APIResponse(
      responseCode = "200",
      description = "The leader",
      content = @Content(schema = @Schema(implementation = LeaderView.class)))
  public Response read(@PathParam("code") String code) {
    LeaderView leader = desk.read(code);
    return answers.one(leader, leader.version());
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createLeader",
      summary = "A leader takes office",
      description = "The first day may have passed. A code is never given to a second person.")
  @APIResponse(
      responseCode = "201",
      description = "The leader",
      content = @Content(schema = @Schema(implementation = LeaderView.class)))
  @APIResponse(responseCode = "409", description = "There is a leader with this code")
  public Response create(NewLeader wanted) {
    LeaderView leader = desk.create(wanted);
    return answers.created("/api/v1/leaders/" + leader.code(), leader, leader.version());
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replaceLeader",
      summary = "Change name, post or body of a leader",
      description =
          "Running and future duties bear the new name and post; those that are over keep the old.")
  @APIResponse(
      responseCode = "200",
      description = "The leader as it is now",
      content = @Content(schema = @Schema(implementation = LeaderView.class)))
  public Response replace(@PathParam("code") String code, LeaderChange change) {
    LeaderView leader = desk.change(code, change);
    return answers.acted(leader, leader.version());
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
  @APIResponse(
      responseCode = "200",
      description = "The leader as it is now",
      content = @Content(schema = @Schema(implementation = LeaderView.class)))
  @APIResponse(responseCode = "409", description = "Ends no later already (already-ended)")
  public Response end(@PathParam("code") String code, Ending ending) {
    LeaderView leader = desk.end(code, ending);
    return answers.acted(leader, leader.version());
  }
}
