package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemLifecycle;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.task.TaskStatus;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Which items wait for an act of the caller (待办). For the special team: those to be assigned or
 * reviewed, those about which a unit asks for something, and those suspended beyond their day of
 * review. For a unit: those that it leads and has to acknowledge or to do again, and those that it
 * helps with as long as its own task is open. For nobody else anything waits here. What a unit has
 * acknowledged is in its hands (在办) and no longer waits.
 */
@ApplicationScoped
public class WaitingItems {

  private static final Set<ItemStatus> FOR_TEAM =
      EnumSet.of(ItemStatus.UNASSIGNED, ItemStatus.RETURN_REQUESTED, ItemStatus.REPLIED);

  private static final Set<ItemStatus> FOR_LEAD_UNIT =
      EnumSet.of(ItemStatus.ISSUED, ItemStatus.REWORK);

  /** Elsewhere an open task cannot be replied to, as while the item is suspended. */
  private static final Set<ItemStatus> FOR_JOINT_UNIT =
      Stream.of(ItemStatus.values())
          .filter(status -> ItemLifecycle.allowed(status).contains(ItemAction.REPLY_TO_TASK))
          .collect(Collectors.toUnmodifiableSet());

  private final Caller caller;

  WaitingItems(Caller caller) {
    this.caller = caller;
  }

  /**
   * Narrows to items that wait for an act of the caller, or to all others.
   *
   * @throws org.bihuan.kit.refusal.Forbidden {@code claim-missing} when a unit's login names none
   */
  public Criteria narrow(Criteria criteria, boolean forCaller) {
    AnyOf waiting = new AnyOf();
    if (caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      waiting
          .or("e.status in %s", FOR_TEAM)
          .or("e.openExtensionRequestId is not null")
          .or("e.suspension.reviewOverdue = true");
    }
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      Set<String> own = caller.bound(Bound.UNIT);
      waiting
          .or("e.status in %s and e.assignment.leadUnit.code in %s", FOR_LEAD_UNIT, own)
          .or(
              "e.status in %s and exists (select 1 from ItemTask t where t.itemId = e.id"
                  + " and t.status = %s and t.unit.code in %s)",
              FOR_JOINT_UNIT, TaskStatus.OPEN, own);
    }
    return waiting.narrow(criteria, forCaller);
  }
}
