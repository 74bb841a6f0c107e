package org.bihuan.dispatch.request.returning;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.RequestDecision;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What the special team's word on a return must contain. */
final class ReturnPolicy {

  private ReturnPolicy() {}

  /**
   * A refusal says why, and names no unit.
   *
   * @throws Invalid naming every fault
   */
  static void check(ReturnDecision decision) {
    List<FieldError> faults = new ArrayList<>();
    if (decision.decision() == RequestDecision.REFUSED) {
      if (decision.opinion() == null) {
        faults.add(new FieldError("opinion", "required"));
      }
      if (decision.leadUnitCode() != null) {
        faults.add(new FieldError("leadUnitCode", "unit-of-refused-return"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
