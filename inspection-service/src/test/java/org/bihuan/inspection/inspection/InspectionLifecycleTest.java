package org.bihuan.inspection.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionLifecycleTest {

  private static final Map<InspectionStatus, Map<InspectionAction, InspectionStatus>> EXPECTED =
      Map.of(
          InspectionStatus.PLANNED,
              Map.of(
                  InspectionAction.CHANGE, InspectionStatus.PLANNED,
                  InspectionAction.POSTPONE, InspectionStatus.PLANNED,
                  InspectionAction.START, InspectionStatus.STARTED,
                  InspectionAction.CANCEL, InspectionStatus.CANCELLED),
          InspectionStatus.STARTED,
              Map.of(
                  InspectionAction.VISIT_STOP, InspectionStatus.STARTED,
                  InspectionAction.SKIP_STOP, InspectionStatus.STARTED,
                  InspectionAction.REPORT_FINDING, InspectionStatus.STARTED,
                  InspectionAction.HOLD_ROUNDTABLE, InspectionStatus.STARTED,
                  InspectionAction.CONCLUDE, InspectionStatus.CONCLUDED),
          InspectionStatus.CONCLUDED, Map.of(),
          InspectionStatus.CANCELLED, Map.of());

  @ParameterizedTest
  @EnumSource
  void every_status_allows_exactly_its_steps(InspectionStatus status) {
    for (InspectionAction action : InspectionAction.values()) {
      InspectionStatus next = EXPECTED.get(status).get(action);
      if (next != null) {
        assertEquals(next, InspectionLifecycle.TABLE.next(status, action));
      } else {
        IllegalTransition refusal =
            assertThrows(
                IllegalTransition.class, () -> InspectionLifecycle.TABLE.next(status, action));
        assertEquals(EXPECTED.get(status).keySet(), Set.copyOf(refusal.allowedActions()));
      }
    }
  }
}
