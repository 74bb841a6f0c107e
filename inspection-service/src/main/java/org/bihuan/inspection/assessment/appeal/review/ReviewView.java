package org.bihuan.inspection.assessment.appeal.review;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.RequestDecision;

/**
 * What a reviewer said about an appeal.
 *
 * @param decision ACCEPTED or REFUSED
 * @param opinion why
 * @param decidedAt when it was said
 * @param decidedBy the reviewer
 */
public record ReviewView(
    @NotNull RequestDecision decision,
    @FreeText @NotNull String opinion,
    @NotNull Instant decidedAt,
    @NotNull Actor decidedBy) {

  public static ReviewView of(Review review) {
    return new ReviewView(
        review.decision(), review.opinion(), review.decidedAt(), review.decidedBy().actor());
  }
}
