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
 * @param inspectionId id of the inspection that found it
 * @param stop number of the stop at which it was found, from 1
 * @param categoryCode {@code null} when the finder named none
 * @param attachmentIds photos that show it; intake-service has them
 * @param reportedAt when it was reported
 * @param reportedBy who reported it
 * @param problemId the problem it became; {@code null}, like the item, order and unit, until an
 *     order was issued
 * @param version for {@code ETag} and {@code If-Match}
 */
public record FindingView(
    @NotNull UUID id,
    @NotNull UUID inspectionId,
    int stop,
    @FreeText @NotNull String title,
    @FreeText @NotNull String description,
    String categoryCode,
    @NotNull Place place,
    @NotNull Instant reportedAt,
    @NotNull Actor reportedBy,
    UUID problemId,
    UUID itemId,
    String orderSerial,
    UnitName leadUnit,
    @NotNull List<UUID> attachmentIds,
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
        finding.reportedAt(),
        finding.reportedBy(),
        finding.problemId(),
        finding.itemId(),
        finding.orderSerial(),
        finding.leadUnit(),
        finding.attachmentIds(),
        finding.version());
  }
}
