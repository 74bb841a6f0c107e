package org.bihuan.kit.lifecycle;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which step may follow which: state × action → next state. The only place where a lifecycle
 * decides by status.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class TransitionTable<S extends Enum<S>, A extends Enum<A> & Action> {

  private final Map<S, Map<A, S>> steps;

  private TransitionTable(Map<S, Map<A, S>> steps) {
    this.steps = steps;
  }

  /** Starts an empty table in which nothing is allowed. */
  public static <S extends Enum<S>, A extends Enum<A> & Action> Builder<S, A> of(Class<S> states) {
    return new Builder<>(states);
  }

  /**
   * State after {@code action}.
   *
   * @throws IllegalTransition when the table has no such step
   */
  public S next(S state, A action) {
    S next = steps.get(state).get(action);
    if (next == null) {
      throw new IllegalTransition(state, action, allowed(state));
    }
    return next;
  }

  /** Whether the table has a step for {@code action} from {@code state}. */
  public boolean allows(S state, A action) {
    return steps.get(state).containsKey(action);
  }

  /** Actions that lead on from {@code state}, in the order in which the enum names them. */
  public Set<A> allowed(S state) {
    return Collections.unmodifiableSet(steps.get(state).keySet());
  }

  /** Collects the steps of a table. */
  public static final class Builder<S extends Enum<S>, A extends Enum<A> & Action> {

    private final Map<S, Map<A, S>> steps;

    private Builder(Class<S> states) {
      steps = new EnumMap<>(states);
      for (S state : states.getEnumConstants()) {
        steps.put(state, new TreeMap<>());
      }
    }

    /**
     * Adds one step.
     *
     * @throws IllegalArgumentException when the step is already there
     */
    public Builder<S, A> step(S from, A action, S to) {
      if (steps.get(from).putIfAbsent(action, to) != null) {
        throw new IllegalArgumentException("two steps for " + action + " from " + from);
      }
      return this;
    }

    public TransitionTable<S, A> build() {
      return new TransitionTable<>(steps);
    }
  }
}
