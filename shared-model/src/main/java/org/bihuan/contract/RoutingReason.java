package org.bihuan.contract;

import java.util.UUID;

/**
 * Why an item is with its unit, or why no unit has it.
 *
 * @param kind what decided
 * @param id the rule, or the ruling of a precedent; {@code null} for FALLBACK and BY_HAND
 * @param version number of the rule set that the rule belongs to; {@code null} for all but RULE
 * @param words the same for people, made of reference data alone, e.g. 规则 12：线缆飞线 × 全区
 * @param by who decided; {@code null} when no person did
 */
public record RoutingReason(
    RoutingReasonKind kind,
    @MayBeNull UUID id,
    @MayBeNull String version,
    String words,
    @MayBeNull Actor by) {}
