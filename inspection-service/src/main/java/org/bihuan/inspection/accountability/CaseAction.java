package org.bihuan.inspection.accountability;

import java.util.Set;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be asked of a case; which of the two roles it is depends on the level. */
public enum CaseAction implements Action {
  /** Decide that it goes on. */
  CONFIRM,
  /** Decide that it does not. */
  DISMISS,
  /** Hand it to the subject unit. */
  SERVE;

  /** The one role that decides about a level and has what was confirmed served [brief]. */
  static String roleFor(ConductLevel level) {
    return level == ConductLevel.C3 ? Role.DISCIPLINE : Role.COMMITTEE_INSPECTOR;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE);
  }
}
