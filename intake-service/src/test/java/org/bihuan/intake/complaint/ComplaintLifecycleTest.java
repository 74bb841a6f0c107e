package org.bihuan.intake.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplaintLifecycleTest {

  private static final Map<ComplaintAction, ComplaintStatus> FROM_RECEIVED =
      Map.of(
          ComplaintAction.FILE, ComplaintStatus.FILED,
          ComplaintAction.MERGE, ComplaintStatus.MERGED,
          ComplaintAction.REJECT, ComplaintStatus.REJECTED,
          ComplaintAction.WITHDRAW, ComplaintStatus.WITHDRAWN);

  @ParameterizedTest
  @EnumSource
  void every_action_leads_on_from_received_and_from_nothing_else(ComplaintAction action) {
    for (ComplaintStatus status : ComplaintStatus.values()) {
      if (status == ComplaintStatus.RECEIVED) {
        assertEquals(FROM_RECEIVED.get(action), ComplaintLifecycle.TABLE.next(status, action));
      } else {
        IllegalTransition refusal =
            assertThrows(
                IllegalTransition.class, () -> ComplaintLifecycle.TABLE.next(status, action));
        assertEquals(status.name(), refusal.currentStatus());
        assertEquals(action.name(), refusal.requestedAction());
        assertEquals(EnumSet.noneOf(ComplaintAction.class), refusal.allowedActions());
      }
    }
  }
}
