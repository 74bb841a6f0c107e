package org.bihuan.inspection.coverage.unseen;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * A problem by who told of it.
 *
 * @param problemSerial number of the problem, for people
 * @param subdistrictCode sub-district it was filed for; {@code null} when unknown
 * @param complainedAt when the first complaint of a resident about it was received; {@code null}
 *     when there is none
 * @param foundAt when an inspection first found it; {@code null} when none did
 * @param knownAt the first of the two
 */
public record KnownProblemView(
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    String subdistrictCode,
    Instant complainedAt,
    Instant foundAt,
    @NotNull Instant knownAt) {

  static KnownProblemView of(KnownProblem problem) {
    return new KnownProblemView(
        problem.id(),
        problem.problemSerial(),
        problem.subdistrictCode(),
        problem.complainedAt(),
        problem.foundAt(),
        problem.knownAt());
  }
}
