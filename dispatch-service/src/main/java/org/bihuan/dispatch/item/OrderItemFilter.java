package org.bihuan.dispatch.item;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which order items are asked for. */
public class OrderItemFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<ItemStatus> status;

  @Parameter(description = "Lead unit, by code, name or alias")
  @QueryParam("unitCode")
  List<String> unitCode;

  @Parameter(description = "Only those of this deadline class; repeat it for more than one")
  @QueryParam("deadlineClass")
  List<DeadlineClass> deadlineClass;

  @Parameter(description = "Only those that are, or are not, late")
  @QueryParam("overdue")
  Boolean overdue;

  @Parameter(description = "Only those whose light is this; repeat it for more than one")
  @QueryParam("light")
  List<Light> light;

  @Parameter(description = "Only items due before this moment")
  @QueryParam("dueBefore")
  Instant dueBefore;

  @Parameter(description = "Only items due at this moment or later")
  @QueryParam("dueAfter")
  Instant dueAfter;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  List<String> categoryCode;

  @Parameter(description = "Only those of this order")
  @QueryParam("orderId")
  UUID orderId;

  @Parameter(description = "Only those of this problem")
  @QueryParam("problemId")
  UUID problemId;

  Criteria narrow(Criteria visible, UnitDirectory units, Instant now) {
    visible
        .in("status", status)
        .in("leadUnit.code", units.codesOf(unitCode, "unitCode"))
        .in("deadlineClass", deadlineClass)
        .before("dueAt", dueBefore)
        .from("dueAt", dueAfter)
        .in("problem.subdistrictCode", subdistrictCode)
        .in("problem.categoryCode", categoryCode)
        .equal("orderId", orderId)
        .equal("problem.problemId", problemId);
    if (overdue != null) {
      visible.where(overdue ? Light.RED.condition() : Light.NOT_RED).asOf(now);
    }
    if (light != null && !light.isEmpty()) {
      visible
          .where(light.stream().map(Light::condition).collect(Collectors.joining(" or ")))
          .asOf(now);
    }
    return visible;
  }
}
