package org.bihuan.inspection.assessment.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.kit.time.Month;

/**
 * A unit's time with an item as the facts tell it, from the order until the next one.
 *
 * @param entry follows from the item and the fact that began it
 * @param exempt whether it is in no figure
 * @param deductions by the entry of each
 */
record Tenure(
    UUID entry,
    Subject subject,
    Duty duty,
    Handling handling,
    Checking checking,
    boolean exempt,
    Map<UUID, Deducted> deductions) {

  /** The same about something that is kept under an older name. */
  Tenure about(Subject other) {
    return new Tenure(entry, other, duty, handling, checking, exempt, deductions);
  }

  /** Whether it is the same but for what points are taken off for. */
  boolean isLike(Tenure other) {
    return new Tenure(entry, subject, duty, handling, checking, exempt, other.deductions)
        .equals(other);
  }

  /** Whether it is in any figure of {@code month}. */
  boolean touches(Month month) {
    return Stream.of(
            duty.issuedAt(),
            duty.dueAt(),
            handling.firstReviewAt(),
            checking.firstVerdictAt(),
            checking.lastVerdictAt(),
            checking.writtenOffAt())
        .anyMatch(moment -> moment != null && Month.of(moment).equals(month));
  }

  /** Entries of those that take points off in {@code month}. */
  List<UUID> deductionsIn(Month month) {
    return deductions.entrySet().stream()
        .filter(deduction -> Month.of(deduction.getValue().deductedAt()).equals(month))
        .map(Map.Entry::getKey)
        .toList();
  }
}
