package org.bihuan.dispatch.difficulty.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.dispatch.district.WorkLine;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/** What a decision must contain: each kind the fields that belong to it and no other. */
public final class DecisionPolicy {

  /** What is planned for later than that is no plan. */
  private static final int MOST_YEARS = 3;

  private DecisionPolicy() {}

  /**
   * Checks a decision of {@code now}.
   *
   * @throws Invalid naming every fault
   */
  public static void check(NewDecision wanted, Instant now) {
    DecisionKind kind = wanted.kind();
    boolean task = kind == DecisionKind.TASK;
    boolean date = task || kind == DecisionKind.PLAN_DATE;
    List<FieldError> faults = new ArrayList<>();
    if (wanted.orderItemId() == null && !task && kind != DecisionKind.OTHER) {
      faults.add(new FieldError("orderItemId", "required"));
    }
    belongs("responsibleUnitCode", wanted.responsibleUnitCode(), task, faults);
    belongs("dueOn", wanted.dueOn(), date, faults);
    if (date && wanted.dueOn() != null) {
      checkDay(wanted.dueOn(), DistrictTime.day(now).plusDays(task ? 0 : 1), faults);
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /**
   * A meeting of a work line decides about what belongs to that line, or to none for sure.
   *
   * @param meetingLine line of the meeting, or {@code null}
   * @param itemLine the one line of the category of the item, if there is one
   * @throws Conflict {@code item-of-other-line} naming it
   */
  static void checkLine(String meetingLine, Optional<WorkLine> itemLine) {
    if (meetingLine == null) {
      return;
    }
    itemLine
        .filter(line -> !line.code().equals(meetingLine))
        .ifPresent(
            line -> {
              throw new Conflict("item-of-other-line", line.name()).with("lineCode", line.code());
            });
  }

  private static void belongs(
      String field, Object value, boolean expected, List<FieldError> faults) {
    if (expected && value == null) {
      faults.add(new FieldError(field, "required"));
    } else if (!expected && value != null) {
      faults.add(new FieldError(field, "not-of-this-decision"));
    }
  }

  private static void checkDay(LocalDate day, LocalDate earliest, List<FieldError> faults) {
    LocalDate latest = earliest.plusYears(MOST_YEARS);
    if (day.isBefore(earliest) || day.isAfter(latest)) {
      faults.add(new FieldError("dueOn", "day-out-of-range", earliest, latest));
    }
  }
}
