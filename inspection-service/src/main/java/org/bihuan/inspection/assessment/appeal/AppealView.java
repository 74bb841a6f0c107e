package org.bihuan.inspection.assessment.appeal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.assessment.appeal.review.ReviewView;
import org.bihuan.kit.web.Versioned;

/**
 * A unit's appeal against an entry of its assessment.
 *
 * @param month the month in whose assessment the entry is, {@code yyyy-MM}
 * @param unit the unit
 * @param entry the entry it is against: an item of the unit, or points taken off
 * @param itemEntry the item entry that it is about; the same as {@code entry} when it is against
 *     that
 * @param status OPEN until a reviewer has refused it or two have accepted it
 * @param reason why the unit appeals
 * @param requestedAt when it was made
 * @param requestedBy who made it
 * @param decisions what its reviewers said, in order
 * @param allowedActions what the caller may do next
 */
public record AppealView(
    @NotNull UUID id,
    @NotNull String month,
    @NotNull UnitName unit,
    @NotNull UUID entry,
    @NotNull UUID itemEntry,
    @NotNull UUID problemId,
    @NotNull AppealStatus status,
    @FreeText @NotNull String reason,
    @NotNull Instant requestedAt,
    @NotNull Actor requestedBy,
    @NotNull List<ReviewView> decisions,
    @NotNull List<AppealAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  static AppealView of(Appeal appeal, UnitName unit, List<AppealAction> actions) {
    return new AppealView(
        appeal.id(),
        appeal.month(),
        unit,
        appeal.entry(),
        appeal.itemEntry(),
        appeal.problemId(),
        appeal.status(),
        appeal.reason(),
        appeal.requestedAt(),
        appeal.requestedBy(),
        appeal.reviews().stream().map(ReviewView::of).toList(),
        actions,
        appeal.version());
  }
}
