package org.bihuan.intake.feedback.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.feedback.FeedbackPolicy;
import org.bihuan.intake.feedback.NewFeedback;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/**
 * What came of a call. Who was reached says whether it is solved and how satisfied; of a call that
 * reached nobody there is nothing to say.
 *
 * @param reached whether the reporter was reached
 * @param resolved whether it is solved, as the reporter says; required when reached
 * @param satisfaction 1 to 5, the best; required when reached
 * @param comment what else the reporter said, at most 500 characters, or {@code null}
 */
public record CallOutcome(
    @NotNull Boolean reached,
    Boolean resolved,
    @Min(1) @Max(FeedbackPolicy.BEST) Integer satisfaction,
    @FreeText @Size(max = 500) String comment) {

  /**
   * Refuses an answer of nobody, and a reporter without one.
   *
   * @throws Invalid {@code required} or {@code only-when-reached}, all faults at once
   */
  void refuseFaults() {
    String fault = reached ? "required" : "only-when-reached";
    List<FieldError> faults = new ArrayList<>();
    if (reached != (resolved != null)) {
      faults.add(new FieldError("resolved", fault));
    }
    if (reached != (satisfaction != null)) {
      faults.add(new FieldError("satisfaction", fault));
    }
    if (!reached && comment != null) {
      faults.add(new FieldError("comment", fault));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** What the reporter said, who was reached. */
  NewFeedback said() {
    return new NewFeedback(resolved, satisfaction, comment);
  }
}
