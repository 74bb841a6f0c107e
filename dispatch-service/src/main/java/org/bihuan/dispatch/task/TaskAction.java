package org.bihuan.dispatch.task;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be done to the task of a unit, and by whom. */
public enum TaskAction implements Action {
  /** By the unit itself; for an external party by the lead unit. Stops the task's clock. */
  REPLY(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  WAIVE(Role.SPECIAL_TEAM),
  /** The item ended or went to others. */
  CLOSE,
  /** Most of the limit is used up. */
  WARN,
  /** The limit has passed. */
  MARK_OVERDUE;

  private final Set<String> roles;

  TaskAction(String... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  public Set<String> roles() {
    return roles;
  }
}
