package org.bihuan.dispatch.routing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.web.Versioned;

/**
 * A routing rule as clients see it.
 *
 * @param setId rule set that it belongs to
 * @param number its number in the set, by which reasons cite it
 * @param subdistrictCode nine digits, or {@code null} for the whole district
 * @param communityCode twelve digits, or {@code null} for the whole sub-district
 * @param sourceKind source of the problems that it is for, or {@code null} for all
 * @param leadUnitCode unit that answers
 * @param jointUnitCodes units that help
 * @param validTo first moment at which it no longer holds, or {@code null}
 */
public record RoutingRuleView(
    @NotNull UUID id,
    @NotNull UUID setId,
    int number,
    @NotNull String categoryCode,
    String subdistrictCode,
    String communityCode,
    SourceKind sourceKind,
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

  /** The view of a rule. */
  public static RoutingRuleView of(RoutingRule rule) {
    return new RoutingRuleView(
        rule.id(),
        rule.setId(),
        rule.number(),
        rule.scope().categoryCode(),
        rule.scope().subdistrictCode(),
        rule.scope().communityCode(),
        rule.scope().sourceKind(),
        rule.leadUnitCode(),
        rule.jointUnitCodes(),
        rule.validFrom(),
        rule.validTo());
  }
}
