package org.bihuan.dispatch.handling;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.item.Difficulty;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which order items are asked for. */
@Sorted({"dueAt", "issuedAt", "filedAt", "endedAt"})
public class OrderItemFilter extends PageRequest {

  /** What is searched for words; the index says the same. */
  private static final String TEXTS =
      "e.problem.title || ' ' || e.problem.problemSerial || ' ' || coalesce(e.assignment.orderSerial, '')"
          + " || ' ' || coalesce(e.assignment.responsiblePerson, '') || ' ' || coalesce(e.problem.address, '')";

  private static final String OF_CAMPAIGN =
      "exists (select 1 from CampaignItem m where m.itemId = e.id and m.leftAt is null and m.campaignId = %s)";

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<ItemStatus> status;

  @Parameter(description = "Lead unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
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

  @Parameter(
      description =
          "Only those that wait, or do not wait, for an act of the caller: of the special team what is to be"
              + " assigned, reviewed or decided and what is suspended beyond its day of review; of a unit what it leads"
              + " and has to acknowledge or do again, and what it helps with while its own task is open")
  @QueryParam("todo")
  Boolean todo;

  @Parameter(description = "Only items due before this moment")
  @QueryParam("dueBefore")
  Instant dueBefore;

  @Parameter(description = "Only items due at this moment or later")
  @QueryParam("dueAfter")
  Instant dueAfter;

  @Parameter(description = "Only items of problems filed at this moment or later")
  @QueryParam("filedFrom")
  Instant filedFrom;

  @Parameter(description = "Only items of problems filed before this moment")
  @QueryParam("filedTo")
  Instant filedTo;

  @Parameter(description = "Only items written off or called off at this moment or later")
  @QueryParam("endedFrom")
  Instant endedFrom;

  @Parameter(description = "Only items written off or called off before this moment")
  @QueryParam("endedTo")
  Instant endedTo;

  @Parameter(description = "Only those that came to light this way; repeat it for more than one")
  @QueryParam("sourceKind")
  List<SourceKind> sourceKind;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(description = "Only those of this order")
  @QueryParam("orderId")
  UUID orderId;

  @Parameter(description = "Only those of this problem")
  @QueryParam("problemId")
  UUID problemId;

  @Parameter(description = "Only those that count for this campaign")
  @QueryParam("campaignId")
  UUID campaignId;

  @Parameter(
      description =
          "Only those of the order or problem with this number, whatever brackets, blanks, case and width it is written"
              + " with")
  @QueryParam("serial")
  String serial;

  @Parameter(
      description =
          "Words of the title, the serials, the responsible person or the address"
              + "; all of them must be there, in any order, case or width")
  @QueryParam("q")
  String q;

  @Parameter(description = "Only those of this difficulty; repeat it for more than one")
  @QueryParam("difficulty")
  List<Difficulty.Level> difficulty;

  @Parameter(description = "Only those suspended for this cause; repeat it for more than one")
  @QueryParam("suspensionCause")
  List<SuspensionCause> suspensionCause;

  @Parameter(description = "Only those that are, or are not, suspended beyond their day of review")
  @QueryParam("reviewOverdue")
  Boolean reviewOverdue;

  @Parameter(
      description =
          "Of those that have to be on an order the day they were filed, as media exposures have, only those"
              + " that were, or were not, on none by its end")
  @QueryParam("sameDayMissed")
  Boolean sameDayMissed;

  /**
   * Those of {@code status}, lit as {@code light} says and waiting for the caller as {@code todo}
   * says; {@code null} stands for any.
   */
  public static OrderItemFilter of(List<ItemStatus> status, Light light, Boolean todo) {
    OrderItemFilter filter = new OrderItemFilter();
    filter.status = status;
    filter.light = light == null ? List.of() : List.of(light);
    filter.todo = todo;
    return filter;
  }

  /** Of these, only those whose problems were filed in a period. */
  public OrderItemFilter filedWithin(Instant from, Instant to) {
    filedFrom = from;
    filedTo = to;
    return this;
  }

  /** Of these, only those that ended in a period. */
  public OrderItemFilter endedWithin(Instant from, Instant to) {
    endedFrom = from;
    endedTo = to;
    return this;
  }

  /** Of these, only those that are late, after a limit that ended in a period. */
  public OrderItemFilter lateWithin(Instant from, Instant to) {
    overdue = true;
    dueAfter = from;
    dueBefore = to;
    return this;
  }

  /** The conditions of this filter besides those of {@code visible}. */
  public Criteria narrow(Criteria visible, WaitingItems waiting, Instant now) {
    visible
        .in("status", status)
        .in("assignment.leadUnit.code", unitCode)
        .in("deadlineClass", deadlineClass)
        .before("timeLimit.dueAt", dueBefore)
        .from("timeLimit.dueAt", dueAfter)
        .from("problem.filedAt", filedFrom)
        .before("problem.filedAt", filedTo)
        .from("endedAt", endedFrom)
        .before("endedAt", endedTo)
        .in("problem.sourceKind", sourceKind)
        .in("problem.subdistrictCode", subdistrictCode)
        .in("problem.categoryCode", categoryCode)
        .equal("assignment.orderId", orderId)
        .equal("problem.problemId", problemId)
        .in("difficulty.level", difficulty)
        .in("suspension.cause", suspensionCause)
        .equal("suspension.reviewOverdue", reviewOverdue)
        .equal("sameDay.missed", sameDayMissed)
        .serial(serial, "assignment.orderSerial", "problem.problemSerial")
        .containing(TEXTS, q);
    if (todo != null) {
      waiting.narrow(visible, todo);
    }
    if (campaignId != null) {
      visible.where(OF_CAMPAIGN, campaignId);
    }
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
