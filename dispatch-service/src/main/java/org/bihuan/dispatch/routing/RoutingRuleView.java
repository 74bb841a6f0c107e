package org.bihuan.dispatch.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A routing rule as clients see it. */
public record RoutingRuleView(
    UUID id,
    String categoryCode,
    String subdistrictCode,
    String leadUnitCode,
    List<String> jointUnitCodes,
    Instant validFrom,
    Instant validTo) {

  static RoutingRuleView of(RoutingRule rule) {
    return new RoutingRuleView(
        rule.id(),
        rule.categoryCode(),
        rule.subdistrictCode(),
        rule.leadUnitCode(),
        rule.jointUnitCodes(),
        rule.validFrom(),
        rule.validTo());
  }
}
