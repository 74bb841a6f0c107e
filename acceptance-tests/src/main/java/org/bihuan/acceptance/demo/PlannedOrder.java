package org.bihuan.acceptance.demo;

import java.util.List;

/**
 * An order with its items, all of one kind and at one unit.
 *
 * @param kind SPECIAL or BULLETIN
 * @param sourceKind what it is issued for
 * @param jointUnits units that help with all of its items
 */
record PlannedOrder(
    int number,
    String kind,
    String sourceKind,
    String leadUnit,
    List<String> jointUnits,
    List<PlannedItem> items) {}
