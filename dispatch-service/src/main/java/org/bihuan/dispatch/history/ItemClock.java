package org.bihuan.dispatch.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of an item, told from its history: why so much of the limit is used up. Pure; the same
 * history gives the same clock.
 */
final class ItemClock {

  private final List<ClockSegment> segments = new ArrayList<>();
  private HistoryEntry limit;
  private Instant dueAt;

  private ItemClock() {}

  /** The clock after {@code history}, which is in order. */
  static ItemClock of(List<HistoryEntry> history) {
    ItemClock clock = new ItemClock();
    history.forEach(clock::follow);
    return clock;
  }

  private void follow(HistoryEntry entry) {
    switch (entry.action()) {
      case ISSUE, ASSIGN, REISSUE, FAIL_RECHECK -> startLimit(entry);
      case REPLY -> begin(ClockSegment.paused(entry, ClockSegment.REPLY_UNDER_REVIEW));
      case ACCEPT_REPLY -> begin(ClockSegment.paused(entry, ClockSegment.RECHECK));
      case RETURN_REPLY -> {
        dueAt = entry.dueAt();
        begin(ClockSegment.running(entry));
      }
      case LEAVE_UNASSIGNED -> startAssignment(entry);
      case WRITE_OFF, CANCEL -> end(entry.at());
      case ACKNOWLEDGE, REPLY_INTERIM, CORRECT, WARN, MARK_OVERDUE, NOTE_LATE_FACT -> {}
      case REPLY_TO_TASK, WAIVE_TASK, WARN_TASK, MARK_TASK_OVERDUE -> {}
    }
  }

  /** The limit for the assignment begins once; another reason for waiting does not move it. */
  private void startAssignment(HistoryEntry entry) {
    if (!hasLimit() && entry.dueAt() != null) {
      startLimit(entry);
    }
  }

  private void startLimit(HistoryEntry entry) {
    segments.replaceAll(ClockSegment::ofEarlierLimit);
    limit = entry;
    dueAt = entry.dueAt();
    begin(ClockSegment.running(entry));
  }

  private void begin(ClockSegment segment) {
    end(segment.from());
    segments.add(segment);
  }

  private void end(Instant at) {
    if (!segments.isEmpty() && last().to() == null) {
      replaceLast(last().until(at));
    }
  }

  private ClockSegment last() {
    return segments.get(segments.size() - 1);
  }

  private void replaceLast(ClockSegment segment) {
    segments.set(segments.size() - 1, segment);
  }

  List<ClockSegment> segments() {
    return List.copyOf(segments);
  }

  /** Whether a limit ever began, for the assignment or for a unit. */
  boolean hasLimit() {
    return limit != null;
  }

  /** What the unit, or the assignment, was given; a pause does not add to it. */
  Duration limit() {
    return Duration.between(limit.at(), limit.dueAt());
  }

  /** End of the limit, moved by the pauses that ended. */
  Instant dueAt() {
    return dueAt;
  }

  int round() {
    return limit.round();
  }

  /** What is used up of the limit at {@code now}: the sum of the segments that count. */
  Duration elapsed(Instant now) {
    return segments.stream()
        .filter(ClockSegment::counted)
        .map(segment -> segment.length(now))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
