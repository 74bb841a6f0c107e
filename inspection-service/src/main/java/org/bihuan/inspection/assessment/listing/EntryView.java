package org.bihuan.inspection.assessment.listing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.assessment.entry.AssessedItem;

/**
 * An entry of an assessment: a unit's time with an order item.
 *
 * @param entry by which it can be appealed against; the same before and after the closing
 * @param itemId the order item
 * @param problemSerial number of the problem; {@code null} when it was filed before this service
 *     listened
 * @param orderSerial number of the unit's order
 * @param unit the unit
 * @param subdistrictCode sub-district of the problem; {@code null} when it is in none
 * @param categoryCode category of the problem; {@code null} when it was filed before this service
 *     listened
 * @param sourceKind who found the problem; {@code null} when it was filed before this service
 *     listened
 * @param issuedAt when the unit's order was issued
 * @param dueAt end of the limit
 * @param suspended whether the clock stands
 * @param cancelled whether it was called off
 * @param returnRequested whether the unit asked to be rid of it
 * @param takenBack whether it was taken from the unit for that
 * @param firstFinalAt the unit's first final reply; {@code null} until then
 * @param passedReplyAt the final reply that passed its re-check; {@code null} until one did
 * @param onTime whether that one came by the end of the limit
 * @param firstReviewAt when a reply was reviewed for the first time; {@code null} until then
 * @param acceptedAtFirst whether that accepted it
 * @param firstVerdictAt when a re-check could first say whether it was put right; {@code null}
 *     until then
 * @param passedAtFirst whether it was
 * @param failures how many re-checks did not find it put right
 * @param writtenOffAt when it was written off; {@code null} until then
 * @param relapsed whether it had come back within thirty days of that
 * @param complete whether order, work, photo, accepted reply and re-check are all on record
 * @param exempt whether it is in no figure
 */
public record EntryView(
    @NotNull UUID entry,
    @NotNull UUID itemId,
    @NotNull UUID problemId,
    String problemSerial,
    @NotNull String orderSerial,
    @NotNull UnitName unit,
    String subdistrictCode,
    String categoryCode,
    @NotNull DeadlineClass deadlineClass,
    SourceKind sourceKind,
    @NotNull Instant issuedAt,
    @NotNull Instant dueAt,
    boolean suspended,
    boolean cancelled,
    boolean returnRequested,
    boolean takenBack,
    Instant firstFinalAt,
    Instant passedReplyAt,
    boolean onTime,
    Instant firstReviewAt,
    boolean acceptedAtFirst,
    Instant firstVerdictAt,
    boolean passedAtFirst,
    int failures,
    Instant writtenOffAt,
    boolean relapsed,
    boolean complete,
    boolean exempt) {

  static EntryView of(AssessedItem item, Function<String, UnitName> units) {
    return new EntryView(
        item.entry(),
        item.subject().itemId(),
        item.subject().problemId(),
        item.subject().problemSerial(),
        item.duty().orderSerial(),
        units.apply(item.duty().unitCode()),
        item.subject().subdistrictCode(),
        item.subject().categoryCode(),
        item.duty().deadlineClass(),
        item.subject().sourceKind(),
        item.duty().issuedAt(),
        item.duty().dueAt(),
        item.duty().suspended(),
        item.duty().cancelled(),
        item.duty().returnRequested(),
        item.duty().takenBack(),
        item.handling().firstFinalAt(),
        item.handling().passedReplyAt(),
        item.handling().onTime(),
        item.handling().firstReviewAt(),
        item.handling().acceptedAtFirst(),
        item.checking().firstVerdictAt(),
        item.checking().passedAtFirst(),
        item.checking().failures(),
        item.checking().writtenOffAt(),
        item.checking().relapsed(),
        item.checking().complete(),
        item.isExempt());
  }
}
