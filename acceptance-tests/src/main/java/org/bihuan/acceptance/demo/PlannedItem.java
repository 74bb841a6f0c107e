package org.bihuan.acceptance.demo;

/**
 * A problem that comes on an order.
 *
 * @param number from 1; also what chooses among words and quantities
 * @param repeatedBy channel by which somebody else reports the same, or {@code null}
 */
record PlannedItem(
    int number, Kind kind, PlannedComplaint complaint, Fate fate, String repeatedBy) {

  /** The limit that the order gives. */
  String deadlineClass() {
    return fate == Fate.EMERGENCY ? "EMERGENCY" : kind.deadlineClass();
  }

  /** Who answers for it at the unit. */
  String person() {
    return "测试责任人" + (number % 60 + 1);
  }

  /** What the rectification achieves, within the bounds of the kind. */
  int quantity() {
    return kind.low() + number * 37 % (kind.high() - kind.low() + 1);
  }
}
