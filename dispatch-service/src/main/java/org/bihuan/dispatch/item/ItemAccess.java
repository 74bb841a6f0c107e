package org.bihuan.dispatch.item;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.unit.UnitDirectory;
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
 * bounds its role is refused. Only the lead unit itself acknowledges, replies and asks for
 * something.
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
   * The condition that some item of an order {@code e} is within sight. A draft has no items, and
   * is nobody's business but the special team's.
   */
  public Criteria visibleOrders() {
    if (caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      return new Criteria();
    }
    return caller.hasAnyRole(SEE_EVERYTHING)
        ? new Criteria().where("e.serial is not null")
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
    return checked(held(visible(id)));
  }

  /**
   * The same for what only the lead unit does.
   *
   * @throws Forbidden when the caller's unit sees it but does not lead it
   */
  public OrderItem toAnswerFor(UUID id) {
    return checked(toAnswerForPartOf(id));
  }

  /** The same for what the lead unit and the special team do alike. */
  public OrderItem toSpeakFor(UUID id) {
    return caller.hasAnyRole(Role.SPECIAL_TEAM) ? toActOn(id) : toAnswerFor(id);
  }

  /**
   * The item {@code id}, held to act on something that belongs to it and has a version of its own.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  public OrderItem toActOnPartOf(UUID id) {
    return held(visible(id));
  }

  /**
   * The same for what only the lead unit does.
   *
   * @throws Forbidden when the caller's unit sees it but does not lead it
   */
  public OrderItem toAnswerForPartOf(UUID id) {
    OrderItem item = visible(id);
    if (!isOfLeadUnit(item)) {
      throw new Forbidden("not-lead-unit");
    }
    return held(item);
  }

  private OrderItem held(OrderItem item) {
    items.hold(item);
    return item;
  }

  private OrderItem checked(OrderItem item) {
    ifMatch.check(item.version());
    return item;
  }

  /**
   * What the caller may do at {@code now}: nothing that its roles, its unit, the state of the item
   * or a rule about when and how often would refuse.
   */
  public List<ItemAction> allowedActions(OrderItem item, Instant now) {
    return caller.allowed(ItemPolicy.permitted(item, now)).stream()
        .filter(action -> isFor(action, item))
        .toList();
  }

  private boolean isFor(ItemAction action, OrderItem item) {
    return !action.isForLeadUnit()
        || isOfLeadUnit(item)
        || action.isForTeam() && caller.hasAnyRole(Role.SPECIAL_TEAM);
  }

  private boolean isOfLeadUnit(OrderItem item) {
    return caller.unit().filter(item.assignment()::isLedBy).isPresent();
  }

  /** The caller as events and history name it. */
  public Actor actor() {
    return caller.actor();
  }
}
