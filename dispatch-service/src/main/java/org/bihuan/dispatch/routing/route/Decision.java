package org.bihuan.dispatch.routing.route;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.ruling.Ruling;

/**
 * What precedents and rules say about a problem.
 *
 * @param leadUnitCode unit that is to answer, or {@code null} for the fallback unit
 * @param jointUnitCodes units that are to help
 * @param rule that says so, or {@code null}
 * @param precedent that says so, or {@code null}
 */
public record Decision(
    String leadUnitCode, List<String> jointUnitCodes, RoutingRule rule, Ruling precedent) {

  static Decision by(RoutingRule rule) {
    return new Decision(rule.leadUnitCode(), rule.jointUnitCodes(), rule, null);
  }

  static Decision by(Ruling precedent) {
    return new Decision(precedent.leadUnit().code(), List.of(), null, precedent);
  }

  static Decision fallback() {
    return new Decision(null, List.of(), null, null);
  }

  /** The lead unit's code, then those of the joint units. */
  List<String> unitCodes() {
    return Stream.concat(Stream.of(leadUnitCode), jointUnitCodes.stream()).toList();
  }

  /** Whether both give a problem to the same units. */
  public boolean isAs(Decision other) {
    return Objects.equals(leadUnitCode, other.leadUnitCode)
        && jointUnitCodes.equals(other.jointUnitCodes);
  }
}
