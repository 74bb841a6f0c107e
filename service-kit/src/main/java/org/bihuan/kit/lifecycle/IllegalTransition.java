package org.bihuan.kit.lifecycle;

import java.util.Set;
import org.bihuan.kit.refusal.Conflict;

/**
 * The record is not in a state from which the action leads on. Names both and what is allowed
 * instead.
 */
public final class IllegalTransition extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient Enum<?> state;
  private final transient Action requested;
  private final transient Set<? extends Action> allowed;

  public IllegalTransition(Enum<?> state, Action requested, Set<? extends Action> allowed) {
    super("illegal-transition", state.name(), requested.name());
    this.state = state;
    this.requested = requested;
    this.allowed = allowed;
  }

  public String currentStatus() {
    return state.name();
  }

  public String requestedAction() {
    return requested.name();
  }

  /**
   * Actions the state allows to anyone; an answer to a caller is reduced to that caller's roles.
   */
  public Set<? extends Action> allowedActions() {
    return allowed;
  }
}
