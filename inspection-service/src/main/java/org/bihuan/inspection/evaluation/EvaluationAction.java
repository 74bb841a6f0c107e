package org.bihuan.inspection.evaluation;

import java.util.List;
import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be asked of a mock evaluation. */
public enum EvaluationAction implements Action {
  START,
  /** Say whether an item of a checklist is so at a point. */
  OBSERVE,
  CONCLUDE,
  CANCEL;

  /** Those who plan evaluations, begin and end them. */
  static final List<String> LEADING = List.of(Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR);

  /** Those who look at points. */
  public static final List<String> OBSERVING =
      List.of(Role.INSPECTOR, Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR);

  @Override
  public Set<String> roles() {
    return Set.copyOf(this == OBSERVE ? OBSERVING : LEADING);
  }
}
