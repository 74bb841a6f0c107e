package org.bihuan.dispatch.unit;

import jakarta.validation.constraints.Size;

/**
 * That a unit takes no more work.
 *
 * @param successorCode code, name or alias of the unit that takes over its routing rules and the
 *     units below it; {@code null} when it has none of them
 */
public record UnitClosing(@Size(min = 1, max = 60) String successorCode) {}
