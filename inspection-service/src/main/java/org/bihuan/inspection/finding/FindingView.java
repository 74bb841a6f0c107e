package org.bihuan.inspection.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.Place;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.web.Versioned;

/**
 * A finding as a caller sees it.
 *
 * @param inspectionId id of the inspection that found it; {@code null}, like the stop, when a mock
 *     evaluation did
 * @param stop number of the stop at which it was found, from 1
 * @param categoryCode {@code null} when the finder named none
 * @param attachmentIds photos that show it; intake-service has them
 * @param foundAt when it was found
 * @param reportedAt when it was reported, later than found where there was no network
 * @param reportedBy who reported it
 * @param problemId the problem it became; {@code null}, like the item, order and unit, until an
 *     order was issued
 * @param evaluationId the mock evaluation that found it, or {@code null}
 * @param observationId the observation that led to it, or {@code null}
 * @param decision what a round table settled about it, or {@code null}
 * @param version for {@code ETag} and {@code If-Match}
 */
public record FindingView(
    @NotNull UUID id,
    UUID inspectionId,
    Integer stop,
    @FreeText @NotNull String title,
    @FreeText @NotNull String description,
    String categoryCode,
    @NotNull Place place,
    @NotNull Instant foundAt,
    @NotNull Instant reportedAt,
    @NotNull Actor reportedBy,
    UUID problemId,
    UUID itemId,
    String orderSerial,
    UnitName leadUnit,
    @NotNull List<UUID> attachmentIds,
    UUID evaluationId,
    UUID observationId,
    DecisionView decision,
    @JsonIgnore long version)
    implements Versioned {

  public static FindingView of(Finding finding) {
    return new FindingView(
        finding.id(),
        finding.inspectionId(),
        finding.stop(),
        finding.title(),
        finding.description(),
        finding.categoryCode(),
        finding.place(),
        finding.foundAt(),
        finding.reportedAt(),
        finding.reportedBy(),
        finding.problemId(),
        finding.itemId(),
        finding.orderSerial(),
        finding.leadUnit(),
        finding.attachmentIds(),
        finding.evaluationId(),
        finding.observationId(),
        DecisionView.of(finding.decision()),
        finding.version());
  }
}
