package org.bihuan.inspection.assessment.judging;

import java.util.UUID;
import org.bihuan.inspection.assessment.entry.AssessedItem;
import org.bihuan.inspection.assessment.entry.Deduction;

/**
 * An entry of an assessment, about an item or of points taken off.
 *
 * @param itemEntry the unit's time with the item; the entry itself when it is about that
 * @param unitCode the unit whose entry it is
 */
public record FoundEntry(UUID entry, UUID itemEntry, UUID problemId, UUID itemId, String unitCode) {

  public static FoundEntry of(AssessedItem item) {
    return new FoundEntry(
        item.entry(),
        item.entry(),
        item.subject().problemId(),
        item.subject().itemId(),
        item.duty().unitCode());
  }

  public static FoundEntry of(Deduction deduction) {
    return new FoundEntry(
        deduction.entry(),
        deduction.itemEntry(),
        deduction.subject().problemId(),
        deduction.subject().itemId(),
        deduction.unitCode());
  }

  /** Whether it is about an item, not points taken off. */
  public boolean isItem() {
    return entry.equals(itemEntry);
  }
}
