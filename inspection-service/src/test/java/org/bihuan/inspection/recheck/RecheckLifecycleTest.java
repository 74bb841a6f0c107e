package org.bihuan.inspection.recheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecheckLifecycleTest {

  private static final Map<RecheckStatus, Map<RecheckAction, RecheckStatus>> EXPECTED =
      Map.of(
          RecheckStatus.PLANNED,
              Map.of(
                  RecheckAction.ASSIGN, RecheckStatus.ASSIGNED,
                  RecheckAction.WAIVE_EVIDENCE, RecheckStatus.PLANNED,
                  RecheckAction.GIVE_OUTCOME, RecheckStatus.DONE,
                  RecheckAction.CANCEL, RecheckStatus.CANCELLED),
          RecheckStatus.ASSIGNED,
              Map.of(
                  RecheckAction.ASSIGN, RecheckStatus.ASSIGNED,
                  RecheckAction.WAIVE_EVIDENCE, RecheckStatus.ASSIGNED,
                  RecheckAction.GIVE_OUTCOME, RecheckStatus.DONE,
                  RecheckAction.CANCEL, RecheckStatus.CANCELLED),
          RecheckStatus.DONE, Map.of(),
          RecheckStatus.CANCELLED, Map.of());

  @ParameterizedTest
  @EnumSource
  void every_status_allows_exactly_its_steps(RecheckStatus status) {
    for (RecheckAction action : RecheckAction.values()) {
      RecheckStatus next = EXPECTED.get(status).get(action);
      if (next != null) {
        assertEquals(next, RecheckLifecycle.TABLE.next(status, action));
      } else {
        IllegalTransition refusal =
            assertThrows(
                IllegalTransition.class, () -> RecheckLifecycle.TABLE.next(status, action));
        assertEquals(status.name(), refusal.currentStatus());
        assertEquals(action.name(), refusal.requestedAction());
        assertEquals(EXPECTED.get(status).keySet(), Set.copyOf(refusal.allowedActions()));
      }
    }
  }
}
