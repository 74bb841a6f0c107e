package org.bihuan.inspection.coverage;

import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.function.Function;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.Figure;

/**
 * Visits by tier; the names are those of the tiers.
 *
 * @param FRONTLINE of the first leaders on the spot (一线督查)
 * @param LINE of the line leaders (线上督查)
 * @param AREA of the special team everywhere (面上督查)
 */
public record TierVisits(@NotNull Figure FRONTLINE, @NotNull Figure LINE, @NotNull Figure AREA) {

  static TierVisits of(Function<InspectionTier, Figure> visits) {
    return new TierVisits(
        visits.apply(InspectionTier.FRONTLINE),
        visits.apply(InspectionTier.LINE),
        visits.apply(InspectionTier.AREA));
  }

  /** Whether there was any visit of one of {@code tiers}. */
  boolean anyOf(Collection<InspectionTier> tiers) {
    return tiers.stream().anyMatch(tier -> of(tier).value().signum() > 0);
  }

  private Figure of(InspectionTier tier) {
    return switch (tier) {
      case FRONTLINE -> FRONTLINE;
      case LINE -> LINE;
      case AREA -> AREA;
    };
  }
}
