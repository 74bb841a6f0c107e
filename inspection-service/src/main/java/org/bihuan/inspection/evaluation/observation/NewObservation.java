package org.bihuan.inspection.evaluation.observation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * What somebody saw of an item at a point.
 *
 * @param point number of the point, from 1
 * @param item number of the item on the checklist of the point, from 1
 * @param outcome what was seen
 * @param note 1 to 2000 characters; required when it FAILED
 * @param observedAt when, by the clock of the device; not before the start of the evaluation;
 *     {@code null} means now
 * @param attachmentIds photos the caller has uploaded to intake-service, at most 20
 */
public record NewObservation(
    @NotNull @Min(1) @Max(500) Integer point,
    @NotNull @Min(1) @Max(500) Integer item,
    @NotNull ObservationOutcome outcome,
    @Size(min = 1, max = 2000) String note,
    Instant observedAt,
    @Size(max = 20) @UniqueElements(message = "duplicate") List<@NotNull UUID> attachmentIds) {

  public NewObservation {
    attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
  }
}
