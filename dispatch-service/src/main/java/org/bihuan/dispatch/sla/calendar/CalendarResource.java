package org.bihuan.dispatch.sla.calendar;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Working days and office hours, by year. */
@Path("/api/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars", description = "Working days and office hours (工作日历)")
@Authenticated
public class CalendarResource {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  private final CalendarDesk desk;
  private final Answers answers;

  CalendarResource(CalendarDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listCalendars",
      summary = "The calendars of all years, on one page",
      description =
          "A year without one counts from Monday to Friday, and limits that reach into it are estimates.")
  public Page<CalendarYearView> list() {
    return desk.all();
  }

  @GET
  @Path("/{year}")
  @Operation(
      operationId = "getCalendar",
      summary = "The calendar of a year",
      description = "Holidays, weekend days that are worked, and office hours.")
  @Refuses(status = 404, when = "Nobody has loaded this year")
  public RestResponse<CalendarYearView> read(
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return answers.one(desk.read(year));
  }

  @PUT
  @Path("/{year}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "replaceCalendar",
      summary = "Load the calendar of a year, or replace it",
      description =
          "Limits that were given already keep their end. A first one needs no `If-Match`; from then on"
              + " the reference files leave the year alone.")
  public RestResponse<CalendarYearView> replace(
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, CalendarChange change) {
    return answers.acted(desk.put(year, change));
  }
}
