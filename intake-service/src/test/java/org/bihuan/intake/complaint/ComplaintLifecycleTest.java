package org.bihuan.intake.complaint;

import static org.bihuan.intake.complaint.ComplaintAction.CORRECT;
import static org.bihuan.intake.complaint.ComplaintAction.FILE;
import static org.bihuan.intake.complaint.ComplaintAction.HAND_OVER;
import static org.bihuan.intake.complaint.ComplaintAction.MERGE;
import static org.bihuan.intake.complaint.ComplaintAction.REJECT;
import static org.bihuan.intake.complaint.ComplaintAction.SPLIT;
import static org.bihuan.intake.complaint.ComplaintAction.WITHDRAW;
import static org.bihuan.intake.complaint.ComplaintStatus.FILED;
import static org.bihuan.intake.complaint.ComplaintStatus.HANDED_OVER;
import static org.bihuan.intake.complaint.ComplaintStatus.MERGED;
import static org.bihuan.intake.complaint.ComplaintStatus.RECEIVED;
import static org.bihuan.intake.complaint.ComplaintStatus.REJECTED;
import static org.bihuan.intake.complaint.ComplaintStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplaintLifecycleTest {

  /** The whole table: what is not in it leads nowhere. */
  private static final Map<ComplaintStatus, Map<ComplaintAction, ComplaintStatus>> STEPS =
      Map.of(
          RECEIVED,
          Map.of(
              FILE, FILED,
              MERGE, MERGED,
              CORRECT, RECEIVED,
              HAND_OVER, HANDED_OVER,
              REJECT, REJECTED,
              WITHDRAW, WITHDRAWN),
          FILED,
          Map.of(MERGE, MERGED, CORRECT, FILED, HAND_OVER, HANDED_OVER),
          MERGED,
          Map.of(SPLIT, FILED));

  @ParameterizedTest
  @EnumSource
  void each_action_leads_where_the_table_says_and_from_nowhere_else(ComplaintAction action) {
    for (ComplaintStatus status : ComplaintStatus.values()) {
      Map<ComplaintAction, ComplaintStatus> steps = STEPS.getOrDefault(status, Map.of());
      if (steps.containsKey(action)) {
        assertEquals(steps.get(action), ComplaintLifecycle.TABLE.next(status, action));
      } else {
        IllegalTransition refusal =
            assertThrows(
                IllegalTransition.class, () -> ComplaintLifecycle.TABLE.next(status, action));
        assertEquals(status.name(), refusal.currentStatus());
        assertEquals(action.name(), refusal.requestedAction());
        assertEquals(steps.keySet(), refusal.allowedActions());
      }
    }
  }
}
