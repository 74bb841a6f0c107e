package org.bihuan.inspection.tally;

import java.util.Arrays;
import java.util.List;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.RecheckOutcome;

/** What is counted day by day, under the name by which the database counts it. */
public final class Measure {

  public static final String PROBLEM_FILED = "PROBLEM_FILED";
  public static final String PROBLEM_ENDED = "PROBLEM_ENDED";
  public static final String WRITE_OFF = "WRITE_OFF";

  private Measure() {}

  /** Orders of this kind by the day on which they were issued. */
  public static String of(OrderKind kind) {
    return "ORDER_" + kind;
  }

  /** Meetings of this kind that were held, by the day for which they were called. */
  public static String of(MeetingKind kind) {
    return "MEETING_" + kind;
  }

  /** Re-checks on the spot with this outcome, by the day on which they were done. */
  public static String of(RecheckOutcome outcome) {
    return "RECHECK_" + outcome;
  }

  public static List<String> ofAllOrders() {
    return Arrays.stream(OrderKind.values()).map(Measure::of).toList();
  }

  public static List<String> ofAllMeetings() {
    return Arrays.stream(MeetingKind.values()).map(Measure::of).toList();
  }

  public static List<String> ofAllRechecks() {
    return Arrays.stream(RecheckOutcome.values()).map(Measure::of).toList();
  }
}
