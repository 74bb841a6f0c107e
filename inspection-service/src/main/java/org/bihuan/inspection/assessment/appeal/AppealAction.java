package org.bihuan.inspection.assessment.appeal;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be asked of an appeal. */
public enum AppealAction implements Action {
  /** Accept it as the first reviewer. */
  ACCEPT,
  /** Accept it as the second one. */
  CONFIRM,
  /** Refuse it, as either. */
  REFUSE;

  @Override
  public Set<String> roles() {
    return Set.of(Role.SPECIAL_TEAM, Role.ASSESSOR);
  }
}
