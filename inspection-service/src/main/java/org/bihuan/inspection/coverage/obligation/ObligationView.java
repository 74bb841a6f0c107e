package org.bihuan.inspection.coverage.obligation;

import jakarta.validation.constraints.NotNull;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.Figure;

/**
 * What leaders owe within a week, and what was done.
 *
 * @param tier whose inspection is owed: FRONTLINE by the first leaders, LINE by the leader of a
 *     line
 * @param lineCode the work line; {@code null} for FRONTLINE
 * @param visits visits of the week that count for it
 * @param done whether there was one
 */
public record ObligationView(
    @NotNull InspectionTier tier, String lineCode, @NotNull Figure visits, boolean done) {

  static ObligationView of(InspectionTier tier, String lineCode, long visits, String list) {
    return new ObligationView(tier, lineCode, Figure.count(visits, list), visits > 0);
  }
}
