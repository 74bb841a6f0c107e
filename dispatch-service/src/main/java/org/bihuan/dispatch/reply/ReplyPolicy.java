package org.bihuan.dispatch.reply;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.ReplyKind;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What a reply and its review must contain. */
public final class ReplyPolicy {

  private ReplyPolicy() {}

  /**
   * A final reply explains cause, measures and result; an interim one says at least something.
   *
   * @throws Invalid naming every gap
   */
  public static void check(NewReply reply) {
    List<FieldError> gaps = new ArrayList<>();
    requireText("cause", reply.cause(), gaps);
    requireText("measures", reply.measures(), gaps);
    requireText("resultSummary", reply.resultSummary(), gaps);
    boolean interim = reply.kind() == ReplyKind.INTERIM;
    if (interim && gaps.size() == 3) {
      throw new Invalid("resultSummary", "required");
    }
    if (!interim && !gaps.isEmpty()) {
      throw new Invalid(gaps);
    }
  }

  /**
   * A return says why; a standing demand comes with its own decision and with no other.
   *
   * @throws Invalid naming every fault
   */
  public static void check(Review review) {
    List<FieldError> faults = new ArrayList<>();
    switch (review.decision()) {
      case RETURNED -> requireText("opinion", review.opinion(), faults);
      case ACCEPTED_WITH_STANDING_DEMAND ->
          requireText("standingDemand", review.standingDemand(), faults);
      case ACCEPTED -> {}
    }
    if (review.decision() != ReviewDecision.ACCEPTED_WITH_STANDING_DEMAND
        && review.standingDemand() != null) {
      faults.add(new FieldError("standingDemand", "standing-demand-not-decided"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void requireText(String field, String text, List<FieldError> faults) {
    if (text == null) {
      faults.add(new FieldError(field, "required"));
    }
  }
}
