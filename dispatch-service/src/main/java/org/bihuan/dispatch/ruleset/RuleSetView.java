package org.bihuan.dispatch.ruleset;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.kit.web.Versioned;

/**
 * A rule set as clients see it. Its rules: {@code GET /routing-rules?setId=}.
 *
 * @param number counts up from 1; the version that reasons cite
 * @param title what was changed, or {@code null} for the first
 * @param status DRAFT until its first moment, then ACTIVE until another takes its place
 * @param basedOnId set that it is a copy of, or {@code null} for the first
 * @param createdAt when it was made
 * @param createdBy who made it, or {@code null} for the first
 * @param activeFrom first moment at which it decides, or {@code null}
 * @param activeTo first moment at which another does, or {@code null}
 */
public record RuleSetView(
    @NotNull UUID id,
    int number,
    @FreeText String title,
    @NotNull RoutingRuleSet.Status status,
    UUID basedOnId,
    @NotNull Instant createdAt,
    Actor createdBy,
    Instant activeFrom,
    Instant activeTo,
    long version)
    implements Versioned {

  static RuleSetView of(RoutingRuleSet set, Instant now) {
    return new RuleSetView(
        set.id(),
        set.number(),
        set.title(),
        set.status(now),
        set.basedOnId(),
        set.createdAt(),
        set.createdBy(),
        set.activeFrom(),
        set.activeTo(),
        set.version());
  }
}
