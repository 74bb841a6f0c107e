package org.bihuan.inspection.coverage;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.Figure;

/**
 * How a tier visited the district within a week.
 *
 * @param tier whose inspections they are
 * @param visits its visits
 * @param covered share of the sub-districts in which it was, in percent
 * @param inspectionDensity its visits for each sub-district, to a hundredth; {@code null} before
 *     the sub-districts are known
 */
public record TierCoverage(
    @NotNull InspectionTier tier,
    @NotNull Figure visits,
    @NotNull Figure covered,
    BigDecimal inspectionDensity) {

  static BigDecimal density(long visits, long subdistricts) {
    return subdistricts == 0
        ? null
        : BigDecimal.valueOf(visits)
            .divide(BigDecimal.valueOf(subdistricts), 2, RoundingMode.HALF_UP);
  }
}
