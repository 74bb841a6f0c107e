package org.bihuan.dispatch.routing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.web.Versioned;

/** A routing rule as clients see it. */
public record RoutingRuleView(
    @NotNull UUID id,
    @NotNull String categoryCode,
    String subdistrictCode,
    @NotNull String leadUnitCode,
    List<String> jointUnitCodes,
    @NotNull Instant validFrom,
    Instant validTo)
    implements Versioned {

  /** A rule never changes. */
  @Override
  public long version() {
    return 0;
  }

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
