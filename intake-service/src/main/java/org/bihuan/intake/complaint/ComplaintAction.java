package org.bihuan.intake.complaint;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be asked of a complaint. */
public enum ComplaintAction implements Action {
  FILE(Role.SPECIAL_TEAM),
  MERGE(Role.SPECIAL_TEAM),
  SPLIT(Role.SPECIAL_TEAM),
  CORRECT(Role.SPECIAL_TEAM),
  HAND_OVER(Role.SPECIAL_TEAM),
  REJECT(Role.SPECIAL_TEAM),
  WITHDRAW(Role.SPECIAL_TEAM, Role.CHANNEL_CLERK);

  private final Set<String> roles;

  ComplaintAction(String... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  public Set<String> roles() {
    return roles;
  }
}
