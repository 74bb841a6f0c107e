package org.bihuan.inspection.inspection;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/**
 * What can be asked of an inspection. Who may ask for it in a given inspection also depends on its
 * tier: see {@link InspectionPolicy}.
 */
public enum InspectionAction implements Action {
  /** Change what it is to do, who goes and where. */
  CHANGE,
  POSTPONE,
  START,
  VISIT_STOP,
  /** Leave a stop out, with a reason. */
  SKIP_STOP,
  REPORT_FINDING,
  /** Sit down with the units and decide about what was found. */
  HOLD_ROUNDTABLE,
  CONCLUDE,
  CANCEL;

  private static final Set<String> INSPECTING =
      Set.of(
          Role.SPECIAL_TEAM,
          Role.INSPECTOR,
          Role.COMMITTEE_INSPECTOR,
          Role.LINE_LEADER,
          Role.TOP_LEADER);

  @Override
  public Set<String> roles() {
    return INSPECTING;
  }
}
