package org.bihuan.inspection.bulletin;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.inspection.InspectionView;

/**
 * What a bulletin tells, as its reader may see it.
 *
 * @param inspection one that is concluded
 * @param findings all that the reader may see, the first one first
 * @param writtenOff how many of the problems they became are written off
 * @param madeAt moment for which that number holds
 * @param subdistricts name of a sub-district by its code
 * @param units name of a unit by its code
 */
record Bulletin(
    InspectionView inspection,
    List<FindingView> findings,
    long writtenOff,
    Instant madeAt,
    UnaryOperator<String> subdistricts,
    UnaryOperator<String> units) {}
