package org.bihuan.dispatch.organisation;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.dispatch.district.WorkLines;
import org.bihuan.dispatch.organisation.duty.Duties;
import org.bihuan.dispatch.organisation.duty.Duty;
import org.bihuan.dispatch.organisation.duty.DutyKind;
import org.bihuan.dispatch.organisation.duty.DutyView.LeaderName;
import org.bihuan.dispatch.organisation.span.OnDay;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.DistrictTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The work lines of the district. */
@Path("/api/v1/work-lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work-lines", description = "Work lines (战线)")
@Authenticated
public class WorkLineResource {

  private final WorkLines lines;
  private final Duties duties;
  private final Clock clock;

  WorkLineResource(WorkLines lines, Duties duties, Clock clock) {
    this.lines = lines;
    this.duties = duties;
    this.clock = clock;
  }

  /**
   * A work line as clients see it.
   *
   * @param leaders who is in charge of it (分管) on the day
   */
  public record WorkLineView(
      @NotNull String code, @NotNull String name, @NotNull List<LeaderName> leaders) {}

  @GET
  @Operation(
      operationId = "listWorkLines",
      summary = "All work lines in their order, on one page",
      description =
          "The lines of work into which the district's tasks are divided, each with the leaders in"
              + " charge on the day.")
  public Page<WorkLineView> list(@BeanParam OnDay day) {
    LocalDate on = day.or(DistrictTime.day(clock.instant()));
    Map<String, List<LeaderName>> inCharge =
        duties.holding(DutyKind.LINE, on).stream()
            .collect(
                Collectors.groupingBy(
                    Duty::lineCode, Collectors.mapping(LeaderName::of, Collectors.toList())));
    return new Page<>(lines.ordered(), null, null)
        .map(
            line ->
                new WorkLineView(
                    line.code(), line.name(), inCharge.getOrDefault(line.code(), List.of())));
  }
}
