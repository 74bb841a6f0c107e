package org.bihuan.inspection.coverage.visit;

import org.bihuan.contract.InspectionTier;

/**
 * Visits of a tier to a sub-district within a time.
 *
 * @param visits all of them, more than none
 * @param night those of them at night
 * @param weekend those of them on a Saturday or Sunday
 */
public record VisitCount(
    String subdistrictCode, InspectionTier tier, long visits, long night, long weekend) {}
