package org.bihuan.intake.similar;

import java.util.List;
import org.bihuan.intake.problem.Problem;

/**
 * An open problem that says nearly the same.
 *
 * @param score 0 to 1
 * @param days between the two
 * @param metres between the two points, or {@code null} when one has none
 */
public record SimilarProblem(
    Problem problem,
    double score,
    Verdict verdict,
    double days,
    Double metres,
    List<Reason> reasons) {}
