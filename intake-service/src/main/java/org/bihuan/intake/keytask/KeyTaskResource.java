package org.bihuan.intake.keytask;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.Week;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Weekly key tasks and how far they are. */
@Path("/api/v1/key-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "key-tasks", description = "Weekly key tasks (重点工作任务) and their completion")
@RolesAllowed({Role.SPECIAL_TEAM, Role.LINE_LEADER, Role.TOP_LEADER, Role.COMMITTEE_INSPECTOR})
public class KeyTaskResource {

  private final KeyTaskDesk desk;
  private final Answers answers;

  KeyTaskResource(KeyTaskDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listKeyTasks",
      summary = "Weekly key tasks, newest first",
      description =
          "One for each complaint of the source WEEKLY_KEY_TASK. It is DONE when its problem was"
              + " written off, DROPPED when it is owed no longer, else OPEN.")
  public RestResponse<Page<KeyTaskView>> list(@BeanParam KeyTaskFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/figures")
  @Operation(
      operationId = "getKeyTaskFigures",
      summary = "How many key tasks of a week are done",
      description = "Each figure with the address of exactly the tasks that it counts.")
  public RestResponse<KeyTaskFigures> figures(
      @Parameter(
              description = "Week of ISO 8601, yyyy-Www; this week when left out",
              schema = @Schema(type = SchemaType.STRING, pattern = Week.FORM))
          @QueryParam("week")
          Week week) {
    return RestResponse.ok(desk.figures(week));
  }
}
