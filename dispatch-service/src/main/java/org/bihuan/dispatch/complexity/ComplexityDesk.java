package org.bihuan.dispatch.complexity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemDeclaredComplex;
import org.bihuan.dispatch.difficulty.escalation.Escalation.Origin;
import org.bihuan.dispatch.difficulty.escalation.Submission;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;

/**
 * Marks items whose causes are complex, so that the special team coordinates, and submits to the
 * leading group what that does not settle [brief].
 */
@ApplicationScoped
@Transactional
public class ComplexityDesk {

  private final ItemAccess access;
  private final ItemReading reading;
  private final ItemJournal journal;
  private final Submission submission;
  private final Clock clock;

  ComplexityDesk(
      ItemAccess access,
      ItemReading reading,
      ItemJournal journal,
      Submission submission,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.journal = journal;
    this.submission = submission;
    this.clock = clock;
  }

  OrderItemView declare(UUID id, String reason) {
    OrderItem item = access.toSpeakFor(id);
    Step step = item.declareComplex(reason, clock.instant(), access.actor());
    journal.tell(step, declared(item, step));
    return reading.full(item);
  }

  OrderItemView escalate(UUID id, String reason) {
    OrderItem item = access.toActOn(id);
    submission.of(item, Origin.TEAM, reason, clock.instant(), access.actor());
    return reading.full(item);
  }

  private static ItemDeclaredComplex declared(OrderItem item, Step step) {
    return new ItemDeclaredComplex(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        step.reason(),
        step.at(),
        step.actor());
  }
}
