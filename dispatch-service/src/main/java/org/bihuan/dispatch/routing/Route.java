package org.bihuan.dispatch.routing;

import java.util.List;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * Where a problem goes by the rules.
 *
 * @param leadUnit unit that answers for it, or {@code null} when it goes nowhere
 * @param jointUnits units that help
 * @param missing why it goes nowhere, or {@code null}
 */
public record Route(
    AssignedUnit leadUnit, List<AssignedUnit> jointUnits, UnassignedReason missing) {

  static Route nowhere(UnassignedReason reason) {
    return new Route(null, List.of(), reason);
  }
}
