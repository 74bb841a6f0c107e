package org.bihuan.inspection.accountability;

import java.util.Set;
import org.bihuan.contract.Actor;

/**
 * Somebody who may decide about a case.
 *
 * @param actor as events and records name the person, in the role that the level asks for where the
 *     person has it
 * @param ownUnits codes of the units whose cases are decided by others
 */
record Decider(Actor actor, Set<String> ownUnits) {}
