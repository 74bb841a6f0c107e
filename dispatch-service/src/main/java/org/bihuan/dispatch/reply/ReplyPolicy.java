package org.bihuan.dispatch.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What a reply and its review must contain, and when a reply is taken. */
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
   * The lead unit, which reports for all [public, B3], replies for good once nobody else's reply is
   * owed.
   *
   * @param open units that help and whose tasks are open
   * @throws Conflict {@code joint-tasks-open} naming them
   */
  public static void check(NewReply reply, List<UnitName> open) {
    if (reply.kind() == ReplyKind.FINAL && !open.isEmpty()) {
      String names = open.stream().map(UnitName::name).collect(Collectors.joining(", "));
      throw new Conflict("joint-tasks-open", names).with("units", open);
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
