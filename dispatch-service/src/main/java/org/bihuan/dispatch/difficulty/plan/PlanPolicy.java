package org.bihuan.dispatch.difficulty.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What a plan must keep to. */
final class PlanPolicy {

  private PlanPolicy() {}

  /**
   * No step ends before it begins.
   *
   * @throws Invalid naming every step that does
   */
  static void check(NewPlan plan) {
    List<FieldError> faults =
        IntStream.range(0, plan.steps().size())
            .filter(i -> plan.steps().get(i).to().isBefore(plan.steps().get(i).from()))
            .mapToObj(i -> new FieldError("steps[" + i + "].to", "before-start-of-step"))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
