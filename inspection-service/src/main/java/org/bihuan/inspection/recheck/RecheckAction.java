package org.bihuan.inspection.recheck;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be asked of a re-check. */
public enum RecheckAction implements Action {
  /** Name the inspectors, or others instead. */
  ASSIGN(Role.SPECIAL_TEAM),
  /** Let it pass without some evidence. */
  WAIVE_EVIDENCE(Role.SPECIAL_TEAM),
  /** Say what was found on the spot. */
  GIVE_OUTCOME(Role.INSPECTOR, Role.COMMITTEE_INSPECTOR),
  /** Follows from the cancellation of the item. */
  CANCEL;

  private final Set<String> roles;

  RecheckAction(String... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  public Set<String> roles() {
    return roles;
  }
}
