package org.bihuan.acceptance.demo;

import java.util.List;

/**
 * One kind of problem, and the words that officials write about it.
 *
 * @param weight share of the orders, beside the weights of the others
 * @param units one of them leads an order of this kind
 * @param jointUnits those that help on some of these orders
 * @param texts what people say, each with a place for the address
 * @param low least that one rectification achieves, in {@code measureUnit}
 * @param high most that it achieves
 */
record Kind(
    String category,
    int weight,
    String deadlineClass,
    List<String> units,
    List<String> jointUnits,
    String subject,
    List<String> texts,
    String demand,
    List<String> causes,
    List<String> steps,
    List<String> results,
    String lasting,
    String measure,
    String measureUnit,
    int low,
    int high) {}
