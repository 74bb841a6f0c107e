package org.bihuan.dispatch.item;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * What the caller may see and do. The team, the leaders, the inspectors and the assessors see every
 * item; a unit those that it or a unit below it leads or helps with, and those that the unit above
 * it leads, since a sub-unit does the work [brief]; the fallback unit those that are on no order; a
 * sub-district those within its bounds. An item out of sight is not there; who lacks the claim that
 * bounds its role is refused. Only the lead unit itself acknowledges and replies.
 */
@ApplicationScoped
public class ItemAccess {

  private static final String[] SEE_EVERYTHING = {
    Role.SPECIAL_TEAM,
    Role.ADMIN,
    Role.TOP_LEADER,
    Role.LINE_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.INSPECTOR
  };

  private final OrderItems items;
  private final UnitDirectory units;
  private final Caller caller;
  private final IfMatch ifMatch;

  ItemAccess(OrderItems items, UnitDirectory units, Caller caller, IfMatch ifMatch) {
    this.items = items;
    this.units = units;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /** The condition that an item {@code e} is within sight. */
  public Criteria visibleItems() {
    return caller.hasAnyRole(SEE_EVERYTHING) ? new Criteria() : within("", "e", "");
  }

  /**
   * Narrows to items that wait for an act of the caller, or to all others: for the special team
   * those to be assigned or reviewed, for a unit those that it leads and has to acknowledge or to
   * do again. For nobody else anything waits here.
   */
  public Criteria waiting(Criteria criteria, boolean forCaller) {
    AnyOf waiting = new AnyOf();
    if (caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      waiting.or("e.status in %s", ItemStatus.WAITING_FOR_TEAM);
    }
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      waiting.or(
          "e.status in %s and e.assignment.leadUnit.code in %s",
          ItemStatus.WAITING_FOR_UNIT, caller.bound(Bound.UNIT));
    }
    return waiting.narrow(criteria, forCaller);
  }

  /** The condition that some item of an order {@code e} is within sight. */
  public Criteria visibleOrders() {
    return caller.hasAnyRole(SEE_EVERYTHING)
        ? new Criteria()
        : within(
            "exists (select 1 from OrderItem i where i.assignment.orderId = e.id and (", "i", "))");
  }

  private Criteria within(String before, String item, String after) {
    String assignment = item + ".assignment";
    List<String> conditions = new ArrayList<>(List.of("1 = 0"));
    List<Object> values = new ArrayList<>();
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      Set<String> ownCodes = units.withUnitsBelow(caller.bound(Bound.UNIT));
      if (units.includeFallback(ownCodes)) {
        conditions.add(assignment + ".orderId is null");
      }
      for (String own : ownCodes) {
        conditions.add("array_contains(" + assignment + ".unitCodes, %s)");
        values.add(own);
      }
      units
          .parentOf(caller.unit().get())
          .ifPresent(
              parent -> {
                // The lead unit is among the codes: they have the index.
                conditions.add(
                    "array_contains(%1$s.unitCodes, %%s) and %1$s.leadUnit.code = %%s"
                        .formatted(assignment));
                values.addAll(List.of(parent, parent));
              });
    }
    if (caller.hasAnyRole(Role.SUBDISTRICT)) {
      conditions.add(item + ".problem.subdistrictCode in %s");
      values.add(caller.bound(Bound.SUBDISTRICT));
    }
    return new Criteria().where(before + String.join(" or ", conditions) + after, values.toArray());
  }

  /**
   * The item {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  public OrderItem visible(UUID id) {
    return items
        .visible(id, visibleItems())
        .orElseThrow(() -> new NotFound("order-item-not-found"));
  }

  /**
   * The item {@code id}, to act on. It is held, so that a timer that fires now waits its turn
   * instead of refusing the caller.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  public OrderItem toActOn(UUID id) {
    return held(visible(id));
  }

  /**
   * The same for what only the lead unit does.
   *
   * @throws Forbidden when the caller's unit sees it but does not lead it
   */
  public OrderItem toAnswerFor(UUID id) {
    OrderItem item = visible(id);
    if (!isOfLeadUnit(item)) {
      throw new Forbidden("not-lead-unit");
    }
    return held(item);
  }

  private OrderItem held(OrderItem item) {
    items.hold(item);
    ifMatch.check(item.version());
    return item;
  }

  /** What the caller may do next, already reduced to its roles and its unit. */
  public List<ItemAction> allowedActions(OrderItem item) {
    return caller.allowed(ItemLifecycle.allowed(item.status())).stream()
        .filter(action -> !action.isForLeadUnit() || isOfLeadUnit(item))
        .toList();
  }

  private boolean isOfLeadUnit(OrderItem item) {
    return caller.unit().filter(item.assignment()::isLedBy).isPresent();
  }

  /** The caller as events and history name it. */
  public Actor actor() {
    return caller.actor();
  }
}
