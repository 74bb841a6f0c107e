package org.bihuan.dispatch.item;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.routing.route.Why;

/**
 * One step in the life of an item, as the verb that took it yields it: what is written down in the
 * history and told as one event.
 *
 * @param sequence place in the history of the item, from 1
 * @param from state before it, {@code null} for the first step of a life
 * @param to state it led to
 * @param reason words given for it, or {@code null}
 * @param round number of failed re-checks
 * @param dueAt end of the limit that holds after it, {@code null} while there is none
 * @param suspension why it is suspended after it and until when, {@code null} when it is not
 * @param why what settled which unit has it, when that is what the step did; else {@code null}
 * @param ruleVersion SLA policy that made the limit, {@code null} while there is none
 */
public record Step(
    UUID itemId,
    int sequence,
    Instant at,
    ItemAction action,
    ItemStatus from,
    ItemStatus to,
    Actor actor,
    String reason,
    int round,
    Instant dueAt,
    String ruleVersion,
    Suspension suspension,
    Why why) {}
