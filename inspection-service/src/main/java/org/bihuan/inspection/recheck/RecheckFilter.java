package org.bihuan.inspection.recheck;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which re-checks are asked for; {@code unitCode} is the responsible unit. */
@Sorted("dueAt")
public class RecheckFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<RecheckStatus> status;

  @Parameter(description = "Only those with this outcome; repeat it for more than one")
  @QueryParam("outcome")
  List<RecheckOutcome> outcome;

  @Parameter(description = "Responsible unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this problem; repeat it for more than one")
  @QueryParam("problemId")
  List<UUID> problemId;

  @Parameter(description = "Only those of this order item; repeat it for more than one")
  @QueryParam("itemId")
  List<UUID> itemId;

  @Parameter(description = "Only those due before this moment")
  @QueryParam("dueBefore")
  Instant dueBefore;

  @Parameter(
      description =
          "AFTER_REPLY, which decides about the write-off, LOOK_BACK, drawn at random long after it, or FEEDBACK,"
              + " since a reporter says that it is not solved; without it look-backs are shown from the moment on that was drawn for them")
  @QueryParam("kind")
  RecheckKind kind;

  @Parameter(description = "Only those that this inspector was named for, by subject")
  @QueryParam("inspector")
  String inspector;

  @Parameter(description = "true: only those not done though their last moment has passed")
  @QueryParam("overdue")
  Boolean overdue;

  @Parameter(
      description = "Only those done far from their place, by the inspector's position, or not far")
  @QueryParam("far")
  Boolean far;

  @Parameter(description = "Only those of this lot")
  @QueryParam("lotId")
  UUID lotId;

  @Parameter(description = "Only those in the sample of their lot, or not in one")
  @QueryParam("drawn")
  Boolean drawn;

  @Parameter(description = "Only those about which their lot decides, or not those")
  @QueryParam("held")
  Boolean held;

  @Parameter(description = "Only those done at this moment or later")
  @QueryParam("doneFrom")
  Instant doneFrom;

  @Parameter(description = "Only those done before this moment")
  @QueryParam("doneTo")
  Instant doneTo;

  @Parameter(
      description =
          "true for those for which somebody was on the spot, false for all others, as those that passed with"
              + " their lot")
  @QueryParam("visited")
  Boolean visited;

  Criteria narrow(Criteria visible, Instant now) {
    if (inspector != null) {
      visible.where("exists (select 1 from e.inspectors i where i.subject = %s)", inspector);
    }
    if (overdue != null) {
      visible.where(
          (overdue ? "" : "not ") + "(e.status in %s and e.dueAt < %s)",
          RecheckLifecycle.OPEN,
          now);
    }
    if (visited != null) {
      visible.where((visited ? "" : "not ") + "(" + Rechecks.VISITED + ")");
    }
    if (kind == null) {
      visible.where("e.kind = AFTER_REPLY or e.advisedFrom <= %s", now);
    }
    return visible
        .equal("kind", kind)
        .equal("given.far", far)
        .equal("lot.lotId", lotId)
        .equal("lot.drawn", drawn)
        .equal("lot.held", held)
        .in("status", status)
        .in("given.outcome", outcome)
        .in("fixing.leadUnitCode", unitCode)
        .in("site.subdistrictCode", subdistrictCode)
        .in("item.problemId", problemId)
        .in("item.itemId", itemId)
        .before("dueAt", dueBefore)
        .from("given.doneAt", doneFrom)
        .before("given.doneAt", doneTo);
  }
}
