package org.bihuan.inspection.onsite;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.SourceKind;

/**
 * The order item that a re-check looks at.
 *
 * @param problemId the problem that the item is about
 * @param problemSerial the problem's number for people
 * @param itemId the item
 * @param round number of failed re-checks of the item before this one
 * @param title what is wrong, in short
 * @param categoryCode category of the problem
 * @param deadlineClass class of its limit
 * @param sourceKind who found the problem; {@code null} when that was not told
 * @param difficult whether it needed the team or the leading group, or had a plan of its own
 */
@Embeddable
public record CheckedItem(
    @Column(name = "problem_id") UUID problemId,
    @Column(name = "problem_serial") String problemSerial,
    @Column(name = "item_id") UUID itemId,
    int round,
    String title,
    @Column(name = "category_code") String categoryCode,
    @Enumerated(EnumType.STRING) @Column(name = "deadline_class") DeadlineClass deadlineClass,
    @Enumerated(EnumType.STRING) @Column(name = "source_kind") SourceKind sourceKind,
    boolean difficult) {

  /** Found by citizens and in daily work; what the media, leaders and the city found is not. */
  private static final Set<SourceKind> IN_LOTS =
      EnumSet.of(
          SourceKind.CITIZEN,
          SourceKind.SPECIAL_TEAM,
          SourceKind.WEEKLY_KEY_TASK,
          SourceKind.INSPECTION_FINDING);

  public static CheckedItem of(ReplyAccepted accepted) {
    return new CheckedItem(
        accepted.problemId(),
        accepted.problemSerial(),
        accepted.itemId(),
        accepted.round(),
        accepted.title(),
        accepted.categoryCode(),
        accepted.deadlineClass(),
        accepted.sourceKind(),
        accepted.difficult());
  }

  /** The same under another category. */
  public CheckedItem corrected(String category) {
    return new CheckedItem(
        problemId,
        problemSerial,
        itemId,
        round,
        title,
        category,
        deadlineClass,
        sourceKind,
        difficult);
  }

  /**
   * Whether a lot may decide about it: hard cases, what the media or leaders found, emergencies and
   * what has failed or come back before are visited one by one.
   */
  public boolean isFitForLot() {
    return round == 0
        && !difficult
        && deadlineClass != DeadlineClass.EMERGENCY
        && sourceKind != null
        && IN_LOTS.contains(sourceKind);
  }
}
