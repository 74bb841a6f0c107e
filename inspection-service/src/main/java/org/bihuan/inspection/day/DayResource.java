package org.bihuan.inspection.day;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What an inspector has to do on a day. */
@Path("/api/v1/inspectors/me/day")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "What inspectors have to do (督查人员)")
public class DayResource {

  private final DayDesk desk;
  private final Answers answers;

  DayResource(DayDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @Operation(
      operationId = "listDayTasks",
      summary = "What the caller has to do on a day, near first when a position is sent",
      description =
          "Stops of inspections that the caller goes on, re-checks and look-backs that the caller was named for or"
              + " that anybody may take and are due, and points of mock evaluations under way. What was left over from"
              + " earlier days is in it. Without a position by time. Ask for it whole (limit=200), and again after"
              + " each task: what is done leaves it, and the pages after move up.")
  public RestResponse<Page<DayTask>> list(@BeanParam DayFilter filter) {
    return answers.page(filter, desk::page);
  }
}
