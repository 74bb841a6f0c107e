package org.bihuan.kit.paging;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on the rows of an entity {@code e} of which one is enough, as when each role of a
 * caller shows something. Without any condition no row is met.
 */
public final class AnyOf {

  private final List<String> conditions = new ArrayList<>(List.of("1 = 0"));
  private final List<Object> values = new ArrayList<>();

  /** One more way to be met; each {@code %s} stands for the next of {@code values}. */
  public AnyOf or(String condition, Object... values) {
    conditions.add("(" + condition + ")");
    this.values.addAll(List.of(values));
    return this;
  }

  /** The whole as one condition. */
  public Criteria criteria() {
    return narrow(new Criteria(), true);
  }

  /** Narrows to the rows that are met, or to all others. */
  public Criteria narrow(Criteria criteria, boolean met) {
    String any = String.join(" or ", conditions);
    return criteria.where(met ? any : "not (" + any + ")", values.toArray());
  }
}
