package org.bihuan.inspection.evaluation.result;

import java.time.Instant;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;

/**
 * A point at which something is still to be looked at.
 *
 * @param evaluation name of the evaluation
 * @param plannedFor when the evaluation is to begin
 * @param isNamed whether the caller was named for it
 */
public record OpenPoint(
    EvaluationPoint point, String evaluation, Instant plannedFor, boolean isNamed) {}
