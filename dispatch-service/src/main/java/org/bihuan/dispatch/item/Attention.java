package org.bihuan.dispatch.item;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When the watch has to look at an item next, and for what: to urge a unit that has not
 * acknowledged, once an issue; for the warning and then the mark of being overdue, each once a
 * limit; for the review of a suspension, once a day of review.
 */
final class Attention {

  private Attention() {}

  /** {@code null} when there is nothing to wait for. */
  static Instant next(TrackedItem item) {
    return Stream.of(
            item.timeLimit().attentionAt(), acknowledgement(item), item.suspension().attentionAt())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What is due first. */
  static ItemAction due(TrackedItem item) {
    if (item.status() == ItemStatus.SUSPENDED) {
      return ItemAction.MARK_REVIEW_OVERDUE;
    }
    Instant urge = acknowledgement(item);
    if (urge != null && urge.equals(next(item))) {
      return ItemAction.URGE;
    }
    return item.timeLimit().warned() ? ItemAction.MARK_OVERDUE : ItemAction.WARN;
  }

  private static Instant acknowledgement(TrackedItem item) {
    return item.status() == ItemStatus.ISSUED ? item.assignment().acknowledgeBy() : null;
  }
}
