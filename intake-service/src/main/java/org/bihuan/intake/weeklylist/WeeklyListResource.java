package org.bihuan.intake.weeklylist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** The problem lists of weeks. */
@Path("/api/v1/ledger/weeks")
@Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
@Tag(name = "weeks", description = "The problem list of each week (周问题清单)")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.SUBDISTRICT,
  Role.LINE_LEADER,
  Role.TOP_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class WeeklyListResource {

  private final WeeklyListDesk desk;
  private final Answers answers;

  WeeklyListResource(WeeklyListDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listWeeks",
      summary = "Weeks that have a problem list, newest first",
      description =
          "The first one runs and shows how problems are now; the others are frozen. Their numbers"
              + " are those of the whole district.")
  public RestResponse<Page<WeekView>> list(@BeanParam WeekFilter filter) {
    return answers.page(filter, desk::weeks);
  }

  @GET
  @Path("/{week}")
  @Operation(
      operationId = "getWeeklyList",
      summary = "The problem list of a week",
      description =
          "What was filed in the week and what earlier lists left unfinished. The list of this week"
              + " shows each problem as it is now; at Sunday 24:00 it is frozen, and what is open"
              + " goes on to the next with `carriedFrom`. A sub-district sees the rows of its area."
              + " With `serial` it says whether and when one problem was written off.")
  public RestResponse<WeeklyListView> read(
      @Parameter(
              description = "Week of ISO 8601, yyyy-Www",
              schema = @Schema(type = SchemaType.STRING, pattern = Week.FORM))
          @PathParam("week")
          Week week,
      @BeanParam RowFilter filter) {
    return answers.page(
        filter,
        asked -> desk.page(week, asked),
        ListedProblemView.class,
        page -> desk.around(week, filter, page));
  }
}
