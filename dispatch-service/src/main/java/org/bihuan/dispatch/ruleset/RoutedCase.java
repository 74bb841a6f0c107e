package org.bihuan.dispatch.ruleset;

import java.util.UUID;
import org.bihuan.dispatch.routing.RoutingScope;

/**
 * What routing goes by in an item, and which unit has it.
 *
 * @param leadUnitCode {@code null} while no unit has it
 */
record RoutedCase(UUID itemId, String problemSerial, RoutingScope scope, String leadUnitCode) {}
