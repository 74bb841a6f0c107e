package org.bihuan.dispatch.unit;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.kit.refusal.Conflict;

/** All that keeps a unit from being closed. */
@ApplicationScoped
public class UnitTies {

  private final List<UnitTie> ties;

  UnitTies(@All List<UnitTie> ties) {
    this.ties = ties;
  }

  /**
   * Lets a unit be closed that nothing needs any more.
   *
   * @param successor unit that takes over what can be given, or {@code null}
   * @throws Conflict {@code fallback-unit} or {@code unit-in-use}, which names what holds it
   */
  void release(Unit unit, AssignedUnit successor) {
    if (unit.isFallback()) {
      throw new Conflict("fallback-unit");
    }
    if (successor != null) {
      ties.forEach(tie -> tie.handOver(unit.code(), successor));
    }
    Map<String, Long> holds = holds(unit.code());
    if (!holds.isEmpty()) {
      throw new Conflict("unit-in-use").with("holds", holds);
    }
  }

  /** What keeps the unit from being closed, by name, and how many of each. */
  public Map<String, Long> holds(String unitCode) {
    Map<String, Long> holds = new TreeMap<>();
    ties.forEach(tie -> holds.put(tie.name(), tie.count(unitCode)));
    holds.values().removeIf(count -> count == 0);
    return holds;
  }
}
