package org.bihuan.inspection.assessment.judging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.assessment.ruling.Exemption;
import org.bihuan.kit.web.Versioned;

/**
 * That an entry is in no figure; its facts stay.
 *
 * @param entry an item of the unit, or points taken off
 * @param unit the unit
 * @param appealId the appeal that had success; {@code null} when the team did by itself
 * @param reason why
 * @param exemptedAt when it was said
 * @param exemptedBy who approved it
 */
public record ExemptionView(
    @NotNull UUID id,
    @NotNull UUID entry,
    @NotNull UnitName unit,
    @NotNull UUID problemId,
    UUID appealId,
    @FreeText @NotNull String reason,
    @NotNull Instant exemptedAt,
    @NotNull Actor exemptedBy)
    implements Versioned {

  /** An exemption never changes. */
  @Override
  public long version() {
    return 0;
  }

  static ExemptionView of(Exemption exemption, UnitName unit) {
    return new ExemptionView(
        exemption.id(),
        exemption.entry(),
        unit,
        exemption.problemId(),
        exemption.appealId(),
        exemption.reason(),
        exemption.exemptedAt(),
        exemption.exemptedBy());
  }
}
