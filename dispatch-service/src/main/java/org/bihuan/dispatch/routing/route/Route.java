package org.bihuan.dispatch.routing.route;

import java.util.List;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * Where a problem goes without anybody's hand.
 *
 * @param leadUnit unit that answers for it, or {@code null} when it goes nowhere
 * @param jointUnits units that help
 * @param missing why it goes nowhere, or {@code null}
 * @param why what decided; {@code null} when nothing covers it
 */
public record Route(
    AssignedUnit leadUnit, List<AssignedUnit> jointUnits, UnassignedReason missing, Why why) {

  static Route nowhere(UnassignedReason reason, Why why) {
    return new Route(null, List.of(), reason, why);
  }
}
