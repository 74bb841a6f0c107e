package org.bihuan.contract;

/**
 * A unit as it was called when the fact happened; later renaming does not change what was recorded.
 *
 * @param code stable code of the unit
 * @param name name in Chinese at that time
 */
public record UnitName(String code, String name) {}
