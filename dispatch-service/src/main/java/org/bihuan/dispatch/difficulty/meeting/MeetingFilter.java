package org.bihuan.dispatch.difficulty.meeting;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.MeetingKind;
import org.bihuan.dispatch.district.WorkLines;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which meetings are asked for. */
@Sorted("scheduledAt")
public class MeetingFilter extends PageRequest {

  private static final String OPEN_TASKS =
      """
      exists (select 1 from Decision d
        where d.meetingId = e.id and d.responsibleUnit.code is not null and d.doneAt is null)
      """;

  @Parameter(description = "Only meetings of this kind; repeat it for more than one")
  @QueryParam("kind")
  List<MeetingKind> kind;

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<MeetingStatus> status;

  @Parameter(description = "Only those that begin at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those that begin before this moment")
  @QueryParam("to")
  Instant to;

  @Parameter(
      description =
          "Only those that this unit attends or has a task from, by code, name or alias; repeat it"
              + " for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those with this order item on their agenda")
  @QueryParam("orderItemId")
  UUID orderItemId;

  @Parameter(
      description = "Only the weekly meetings of this work line; repeat it for more than one")
  @QueryParam("lineCode")
  @CodeOf(WorkLines.class)
  List<String> lineCode;

  @Parameter(description = "Only those of which a task is not done (true), or all are (false)")
  @QueryParam("openTasks")
  Boolean openTasks;

  Criteria narrow(Criteria visible) {
    visible
        .in("kind", kind)
        .in("lineCode", lineCode)
        .in("status", status)
        .from("scheduledAt", from)
        .before("scheduledAt", to);
    if (unitCode != null && !unitCode.isEmpty()) {
      ofUnits(visible, unitCode);
    }
    if (openTasks != null) {
      visible.where(openTasks ? OPEN_TASKS : "not " + OPEN_TASKS);
    }
    return orderItemId == null
        ? visible
        : visible.where("exists (select 1 from e.agenda a where a.itemId = %s)", orderItemId);
  }

  /** Only those that one of these units attends or has a task from. */
  static Criteria ofUnits(Criteria criteria, Collection<String> codes) {
    String condition =
        String.join(" or ", Collections.nCopies(codes.size(), "array_contains(e.unitCodes, %s)"));
    return criteria.where(condition, codes.toArray());
  }
}
