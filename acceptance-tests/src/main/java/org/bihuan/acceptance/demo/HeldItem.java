package org.bihuan.acceptance.demo;

import java.util.List;

/**
 * A planned item as the running stack knows it.
 *
 * @param jointUnits units that help with it
 */
record HeldItem(
    PlannedItem plan, String id, String problemId, String leadUnit, List<String> jointUnits) {

  int number() {
    return plan.number();
  }

  Fate fate() {
    return plan.fate();
  }
}
