package org.bihuan.intake.feedback.call;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be asked of a call-back. */
public enum CallBackAction implements Action {
  /** The reporter was reached and said something. */
  RECORD_ANSWER(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM),
  /** Nobody was reached; it is tried again. */
  RECORD_ATTEMPT(Role.CHANNEL_CLERK, Role.SPECIAL_TEAM),
  /** Nobody's act: enough attempts were made, the reporter answered otherwise, or was erased. */
  CLOSE;

  private final Set<String> roles;

  CallBackAction(String... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  public Set<String> roles() {
    return roles;
  }
}
