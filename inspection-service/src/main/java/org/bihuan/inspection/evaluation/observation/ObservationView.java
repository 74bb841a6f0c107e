package org.bihuan.inspection.evaluation.observation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.kit.web.Versioned;

/**
 * An observation as a caller sees it.
 *
 * @param evaluationId id of the mock evaluation
 * @param pointId id of the point
 * @param checklistId id of the checklist
 * @param item number of the item on it, from 1
 * @param placeTypeCode type of the place
 * @param subdistrictCode sub-district of the point
 * @param outcome what was seen
 * @param note what was seen, in words, or {@code null}
 * @param weight how much the item counts in the weighted rate
 * @param attachmentIds photos that show it; intake-service has them
 * @param observedAt when it was observed
 * @param receivedAt when that was told, later where there was no network
 * @param observedBy who observed it
 * @param findingId the finding it led to, or {@code null}
 */
public record ObservationView(
    @NotNull UUID id,
    @NotNull UUID evaluationId,
    @NotNull UUID pointId,
    @NotNull UUID checklistId,
    int item,
    @NotNull String placeTypeCode,
    @NotNull String subdistrictCode,
    @NotNull ObservationOutcome outcome,
    @FreeText String note,
    @NotNull BigDecimal weight,
    @NotNull List<UUID> attachmentIds,
    @NotNull Instant observedAt,
    @NotNull Instant receivedAt,
    @NotNull Actor observedBy,
    UUID findingId)
    implements Versioned {

  static ObservationView of(Observation observation) {
    return new ObservationView(
        observation.id(),
        observation.evaluationId(),
        observation.pointId(),
        observation.checklistId(),
        observation.item(),
        observation.placeTypeCode(),
        observation.subdistrictCode(),
        observation.outcome(),
        observation.note(),
        observation.weight(),
        observation.attachmentIds(),
        observation.observedAt(),
        observation.receivedAt(),
        observation.observedBy(),
        observation.findingId());
  }

  /** It changes once, when it leads to a finding. */
  @Override
  @JsonIgnore
  public long version() {
    return findingId == null ? 0 : 1;
  }
}
