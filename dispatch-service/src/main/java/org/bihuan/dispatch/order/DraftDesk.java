package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.OrderCheck.Content;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;

/**
 * Keeps orders that are not issued yet. A draft has no number and changes nothing for the items
 * that it would take; another order may take them before it is issued.
 */
@ApplicationScoped
@Transactional
public class DraftDesk {

  private final OrderCheck check;
  private final Orders orders;
  private final OrderItems items;
  private final OrderReading reading;
  private final OrderRegister register;
  private final ItemAccess access;

  DraftDesk(
      OrderCheck check,
      Orders orders,
      OrderItems items,
      OrderReading reading,
      OrderRegister register,
      ItemAccess access) {
    this.check = check;
    this.orders = orders;
    this.items = items;
    this.reading = reading;
    this.register = register;
    this.access = access;
  }

  UUID create(NewOrder wanted) {
    Content content = check.read(wanted, register.moment());
    SupervisionOrder draft =
        SupervisionOrder.draft(content.head(), content.joint(), content.draftLines());
    orders.persist(draft);
    return draft.id();
  }

  /** Says something else, and takes note of where the items are now. */
  void replace(UUID id, NewOrder wanted) {
    SupervisionOrder draft = reading.toReplace(id);
    OrderAction.EDIT.check(reading.status(draft));
    Content content = check.read(wanted, register.moment());
    draft.redraft(content.head(), content.joint(), content.draftLines());
  }

  void discard(UUID id) {
    SupervisionOrder draft = reading.toActOn(id);
    OrderAction.DISCARD.check(reading.status(draft));
    orders.delete(draft);
  }

  /**
   * Issues a draft: it gets its number, and the limits of its items begin now.
   *
   * @throws Conflict {@code draft-outdated}, naming every item that it cannot take any more
   */
  void issue(UUID id) {
    SupervisionOrder draft = reading.toActOn(id);
    OrderAction.ISSUE.check(reading.status(draft));
    hold(List.of(draft));
    List<FieldError> faults = faults(draft, "");
    if (!faults.isEmpty()) {
      throw new Conflict("draft-outdated").withFaults(faults);
    }
    issue(draft, register.moment());
  }

  /**
   * What keeps a draft whose items are held from being issued now.
   *
   * @param prefix path of the draft in the request
   */
  public List<FieldError> faults(SupervisionOrder draft, String prefix) {
    Map<UUID, OrderItem> found = items.newestOf(problemsOf(draft));
    List<FieldError> faults = new ArrayList<>(check.unitFaults(draft, prefix));
    List<DraftLine> lines = draft.draftLines();
    for (int i = 0; i < lines.size(); i++) {
      String field = prefix + "items[" + i + "].";
      lines
          .get(i)
          .fault(found.get(lines.get(i).problemId()))
          .ifPresent(code -> faults.add(new FieldError(field + "problemId", code)));
      if (!register.hasLimit(lines.get(i).deadlineClass())) {
        faults.add(new FieldError(field + "deadlineClass", "no-limit-for-class"));
      }
    }
    return faults;
  }

  private static Set<UUID> problemsOf(SupervisionOrder draft) {
    return draft.draftLines().stream().map(DraftLine::problemId).collect(Collectors.toSet());
  }

  /**
   * Holds the items of drafts that are to be issued together, so that nobody changes them until
   * then.
   */
  public void hold(Collection<SupervisionOrder> drafts) {
    items.newestHeldOf(
        drafts.stream().flatMap(draft -> problemsOf(draft).stream()).collect(Collectors.toSet()));
  }

  /** Issues a draft without faults at {@code moment}. */
  public void issue(SupervisionOrder draft, Instant moment) {
    List<DraftLine> lines = draft.draftLines();
    List<AssignedUnit> joint = draft.draftJointUnits();
    Map<UUID, OrderItem> found = items.newestOf(problemsOf(draft));
    register.open(draft, moment, access.actor().subject());
    Why why = Why.byHand(access.actor());
    lines.forEach(
        line -> register.put(draft, found.get(line.problemId()), line.line(), joint, why));
  }
}
