package org.bihuan.dispatch.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The shares of the units in an item. */
@Path("/api/v1/order-items/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks", description = "The shares of lead, joint and external units in an item")
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
public class TaskResource {

  private final TaskDesk desk;
  private final TaskReading reading;
  private final Answers answers;

  TaskResource(TaskDesk desk, TaskReading reading, Answers answers) {
    this.desk = desk;
    this.reading = reading;
    this.answers = answers;
  }

  /**
   * That nothing is owed by a unit any more.
   *
   * @param reason why, 1 to 1000 characters
   */
  public record NewTaskWaiver(@NotBlank @Size(min = 1, max = 1000) String reason) {}

  @GET
  @Operation(
      operationId = "listTasks",
      summary = "What each unit has to do with an item, the lead unit first, on one page",
      description =
          "Each unit with its own clock: how long it held its share, and by how much it is late. "
              + "Nothing while the item is on no order.")
  public Page<TaskView> list(
      @PathParam("id") UUID itemId,
      @Parameter(description = "Also those of earlier orders and rounds")
          @QueryParam("everyRound")
          @DefaultValue("false")
          boolean everyRound) {
    return new Page<>(reading.list(itemId, everyRound), null, null);
  }

  @GET
  @Path("/{unitCode}")
  @Operation(
      operationId = "getTask",
      summary = "The share of one unit in an item",
      description = "Of the order and the round that the item is in.")
  public RestResponse<TaskView> read(
      @PathParam("id") UUID itemId, @PathParam("unitCode") String unitCode) {
    return answers.one(reading.read(itemId, unitCode));
  }

  @POST
  @Path("/{unitCode}/reply")
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "replyToTask",
      summary = "A joint unit replies to its task, the lead unit to that of an external party",
      description =
          "Once; the task is then REPLIED and its clock stands. Until every other unit has replied "
              + "or was waived, the final reply of the lead unit is refused.")
  @Refuses(status = 403, when = "Another unit has to reply to it (not-your-task)")
  @Refuses(
      status = 409,
      when =
          "Not OPEN, or nothing can be done about its item now (illegal-transition), or an"
              + " attachment was uploaded a moment ago (attachment-not-ready)")
  public RestResponse<TaskView> reply(
      @PathParam("id") UUID itemId, @PathParam("unitCode") String unitCode, NewTaskReply content) {
    return answers.acted(desk.reply(itemId, unitCode, content));
  }

  @POST
  @Path("/{unitCode}/waiver")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "waiveTask",
      summary = "The special team wants nothing of a joint or external unit any more",
      description =
          "For a unit whose help turned out not to be needed, or cannot be had. The waiver holds for "
              + "later rounds too.")
  @Refuses(status = 409, when = "Not OPEN, or nothing can be done about its item now")
  public RestResponse<TaskView> waive(
      @PathParam("id") UUID itemId, @PathParam("unitCode") String unitCode, NewTaskWaiver waiver) {
    return answers.acted(desk.waive(itemId, unitCode, waiver.reason()));
  }
}
