package org.bihuan.contract;

import java.time.Instant;

/**
 * That a write-off may do without some evidence, and who said so. Why is told by the fact of the
 * waiver itself.
 *
 * @param evidence what was waived
 * @param actor who waived it
 * @param at when it was waived, before the outcome
 */
public record EvidenceWaiver(Evidence evidence, Actor actor, Instant at) {}
