package org.bihuan.kit.lifecycle;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which step may follow which: state × action → next state. The only place where a lifecycle
 * decides by status. Some steps lead back to the state that the record came from; the record
 * remembers which one that was, and the table says which ones it may have been.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class TransitionTable<S extends Enum<S>, A extends Enum<A> & Action> {

  private final Map<S, Map<A, Target<S>>> steps;

  private TransitionTable(Map<S, Map<A, Target<S>>> steps) {
    this.steps = steps;
  }

  /** Starts an empty table in which nothing is allowed. */
  public static <S extends Enum<S>, A extends Enum<A> & Action> Builder<S, A> of(Class<S> states) {
    return new Builder<>(states);
  }

  /** Where a step leads: to one state, or back to that of several which the record came from. */
  private record Target<S extends Enum<S>>(Set<S> states, boolean back) {

    S after(S cameFrom) {
      if (!back) {
        return states.iterator().next();
      }
      if (cameFrom == null || !states.contains(cameFrom)) {
        throw new IllegalStateException("no way back to " + cameFrom + ", only to " + states);
      }
      return cameFrom;
    }
  }

  /**
   * State after {@code action}, for a record that remembers no other state.
   *
   * @throws IllegalTransition when the table has no such step
   * @throws IllegalStateException when the step leads back
   */
  public S next(S state, A action) {
    return next(state, action, null);
  }

  /**
   * State after {@code action}.
   *
   * @param cameFrom state that the record remembers, to which a step may lead back; {@code null}
   *     when it remembers none
   * @throws IllegalTransition when the table has no such step
   * @throws IllegalStateException when the step leads back, and not to {@code cameFrom}
   */
  public S next(S state, A action, S cameFrom) {
    Target<S> target = steps.get(state).get(action);
    if (target == null) {
      throw new IllegalTransition(state, action, allowed(state));
    }
    return target.after(cameFrom);
  }

  /** Every state that {@code action} can lead to from {@code state}; empty when there is none. */
  public Set<S> targets(S state, A action) {
    Target<S> target = steps.get(state).get(action);
    return target == null ? Set.of() : Collections.unmodifiableSet(target.states());
  }

  /** Whether the table has a step for {@code action} from {@code state}. */
  public boolean allows(S state, A action) {
    return steps.get(state).containsKey(action);
  }

  /** Whether a record in {@code state} must remember where it came from, to be led back there. */
  public boolean leadsBack(S state) {
    return steps.get(state).values().stream().anyMatch(Target::back);
  }

  /** Actions that lead on from {@code state}, in the order in which the enum names them. */
  public Set<A> allowed(S state) {
    return Collections.unmodifiableSet(steps.get(state).keySet());
  }

  /** Collects the steps of a table. */
  public static final class Builder<S extends Enum<S>, A extends Enum<A> & Action> {

    private final Map<S, Map<A, Target<S>>> steps;

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
      return add(from, action, new Target<>(EnumSet.of(to), false));
    }

    /**
     * Adds a step that leads back to the state the record came from.
     *
     * @param to every state it may have come from
     * @throws IllegalArgumentException when the step is already there
     */
    public Builder<S, A> back(S from, A action, Set<S> to) {
      return add(from, action, new Target<>(EnumSet.copyOf(to), true));
    }

    private Builder<S, A> add(S from, A action, Target<S> target) {
      if (steps.get(from).putIfAbsent(action, target) != null) {
        throw new IllegalArgumentException("two steps for " + action + " from " + from);
      }
      return this;
    }

    public TransitionTable<S, A> build() {
      return new TransitionTable<>(steps);
    }
  }
}
