package org.bihuan.inspection.assessment.judging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.inspection.assessment.ruling.Judgement;
import org.bihuan.kit.web.Versioned;

/**
 * That a reply was false, or a unit shirked.
 *
 * @param id the entry of the deduction that follows
 * @param entry the unit's item that it is about
 * @param kind FALSE_REPLY or SHIRKING
 * @param reason why
 * @param countedAt moment of the month for which it counts
 * @param judgedAt when it was said
 * @param judgedBy who said it
 */
public record JudgementView(
    @NotNull UUID id,
    @NotNull UUID entry,
    @NotNull UUID problemId,
    @NotNull DeductionKind kind,
    @FreeText @NotNull String reason,
    @NotNull Instant countedAt,
    @NotNull Instant judgedAt,
    @NotNull Actor judgedBy)
    implements Versioned {

  /** A judgement never changes. */
  @Override
  public long version() {
    return 0;
  }

  static JudgementView of(Judgement judgement) {
    return new JudgementView(
        judgement.id(),
        judgement.entry(),
        judgement.problemId(),
        judgement.kind(),
        judgement.reason(),
        judgement.countedAt(),
        judgement.judgedAt(),
        judgement.judgedBy());
  }
}
