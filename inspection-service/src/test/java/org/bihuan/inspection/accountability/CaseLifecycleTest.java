package org.bihuan.inspection.accountability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseLifecycleTest {

  private static final Map<CaseStatus, Map<CaseAction, CaseStatus>> EXPECTED =
      Map.of(
          CaseStatus.PROPOSED,
              Map.of(
                  CaseAction.CONFIRM, CaseStatus.CONFIRMED,
                  CaseAction.DISMISS, CaseStatus.DISMISSED),
          CaseStatus.CONFIRMED, Map.of(CaseAction.SERVE, CaseStatus.SERVED),
          CaseStatus.DISMISSED, Map.of(),
          CaseStatus.SERVED, Map.of());

  @ParameterizedTest
  @EnumSource
  void every_status_allows_exactly_its_steps(CaseStatus status) {
    for (CaseAction action : CaseAction.values()) {
      CaseStatus next = EXPECTED.get(status).get(action);
      if (next != null) {
        assertEquals(next, CaseLifecycle.TABLE.next(status, action));
      } else {
        IllegalTransition refusal =
            assertThrows(IllegalTransition.class, () -> CaseLifecycle.TABLE.next(status, action));
        assertEquals(status.name(), refusal.currentStatus());
        assertEquals(EXPECTED.get(status).keySet(), Set.copyOf(refusal.allowedActions()));
      }
    }
  }
}
