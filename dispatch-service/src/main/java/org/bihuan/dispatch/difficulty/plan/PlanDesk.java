package org.bihuan.dispatch.difficulty.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemPlanFiled;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.web.IfMatch;

/** Takes the plans of units for single items, each change as another version. */
@ApplicationScoped
@Transactional
public class PlanDesk {

  private final ItemAccess access;
  private final Plans plans;
  private final ItemJournal journal;
  private final IfMatch ifMatch;
  private final Clock clock;

  PlanDesk(ItemAccess access, Plans plans, ItemJournal journal, IfMatch ifMatch, Clock clock) {
    this.access = access;
    this.plans = plans;
    this.journal = journal;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  PlanView read(UUID itemId) {
    return plans
        .newestOf(access.visible(itemId).id())
        .map(PlanView::of)
        .orElseThrow(() -> new NotFound("plan-not-found"));
  }

  List<PlanView> versions(UUID itemId) {
    return plans.of(access.visible(itemId).id()).stream().map(PlanView::of).toList();
  }

  /** The first one needs no {@code If-Match}: there is nothing that it could overwrite. */
  PlanView file(UUID itemId, NewPlan content) {
    OrderItem item = access.toAnswerForPartOf(itemId);
    if (item.planVersion() > 0) {
      ifMatch.require(item.planVersion());
    }
    PlanPolicy.check(content);
    Step step = item.filePlan(clock.instant(), access.actor());
    Plan plan = Plan.of(item.id(), item.planVersion(), content, step.at(), step.actor());
    plans.persist(plan);
    journal.tell(step, filed(item, step, plan));
    return PlanView.of(plan);
  }

  private static ItemPlanFiled filed(OrderItem item, Step step, Plan plan) {
    return new ItemPlanFiled(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        plan.number(),
        plan.plannedDays(),
        step.at(),
        step.actor());
  }
}
