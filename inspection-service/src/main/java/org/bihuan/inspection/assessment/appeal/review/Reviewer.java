package org.bihuan.inspection.assessment.appeal.review;

import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;

/**
 * Who asks what may be done about appeals, and does it.
 *
 * @param ownUnits the unit that the actor speaks or works for, and those next above and below it
 * @param judged those entries about which is asked that say what the actor has judged
 */
public record Reviewer(Actor actor, Set<String> ownUnits, Set<UUID> judged) {}
