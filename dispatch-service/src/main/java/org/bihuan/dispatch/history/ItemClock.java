package org.bihuan.dispatch.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.dispatch.history.ClockSegment.ClockState;

/**
 * The clock of an item, told from its history: why so much of the limit is used up. Pure; the same
 * history gives the same clock.
 */
final class ItemClock {

  /** Stretches of limits that are over. */
  private final List<ClockSegment> earlier = new ArrayList<>();

  /** Stretches of the limit that holds, running ones not yet split where an extension begins. */
  private final List<ClockSegment> current = new ArrayList<>();

  private HistoryEntry limit;
  private HistoryEntry extension;
  private Duration length;
  private Duration extended = Duration.ZERO;
  private Instant dueAt;
  private int round;

  private ItemClock() {}

  /** The clock after {@code history}, which is in order. */
  static ItemClock of(List<HistoryEntry> history) {
    ItemClock clock = new ItemClock();
    history.forEach(clock::follow);
    return clock;
  }

  private void follow(HistoryEntry entry) {
    round = entry.round();
    switch (entry.action()) {
      case ISSUE, ASSIGN, REISSUE, FAIL_RECHECK -> startLimit(entry);
      case REPLY -> begin(ClockSegment.paused(entry, ClockSegment.REPLY_UNDER_REVIEW));
      case ACCEPT_REPLY -> begin(ClockSegment.paused(entry, ClockSegment.RECHECK));
      case SUSPEND -> begin(ClockSegment.suspended(entry));
      case RETURN_REPLY, RESUME -> {
        dueAt = entry.dueAt();
        begin(ClockSegment.running(entry));
      }
      case ACCEPT_EXTENSION -> extend(entry);
      case LEAVE_UNASSIGNED -> startAssignment(entry);
      case ACCEPT_RETURN -> endLimit(entry.at());
      case WRITE_OFF, CANCEL -> end(entry.at());
      case ACKNOWLEDGE,
          REQUEST_RETURN,
          REFUSE_RETURN,
          WITHDRAW_RETURN,
          REQUEST_EXTENSION,
          REFUSE_EXTENSION,
          DECLARE_COMPLEX,
          URGE,
          REPLY_INTERIM,
          CORRECT,
          WARN,
          MARK_OVERDUE,
          MARK_REVIEW_OVERDUE,
          NOTE_LATE_FACT,
          REPLY_TO_TASK,
          WAIVE_TASK,
          WARN_TASK,
          MARK_TASK_OVERDUE,
          JOIN_CAMPAIGN,
          LEAVE_CAMPAIGN -> {}
    }
  }

  /** The limit for the assignment begins once; another reason for waiting does not move it. */
  private void startAssignment(HistoryEntry entry) {
    if (!hasLimit() && entry.dueAt() != null) {
      startLimit(entry);
    }
  }

  private void startLimit(HistoryEntry entry) {
    endLimit(entry.at());
    limit = entry;
    length = Duration.between(entry.at(), entry.dueAt());
    dueAt = entry.dueAt();
    begin(ClockSegment.running(entry));
  }

  /** What was counted no longer is; it stays explained. */
  private void endLimit(Instant at) {
    end(at);
    split(at).stream().map(ClockSegment::ofEarlierLimit).forEach(earlier::add);
    current.clear();
    limit = null;
    extension = null;
    extended = Duration.ZERO;
    length = null;
    dueAt = null;
  }

  /** Once a limit; from the old end on the time is that of the extension. */
  private void extend(HistoryEntry entry) {
    extension = entry;
    extended = Duration.between(dueAt, entry.dueAt());
    dueAt = entry.dueAt();
  }

  private void begin(ClockSegment segment) {
    end(segment.from());
    current.add(segment);
  }

  private void end(Instant at) {
    int last = current.size() - 1;
    if (last >= 0 && current.get(last).to() == null) {
      current.set(last, current.get(last).until(at));
    }
  }

  /** Every stretch as it is at {@code now}, oldest first. */
  List<ClockSegment> segments(Instant now) {
    List<ClockSegment> all = new ArrayList<>(earlier);
    all.addAll(split(now));
    return List.copyOf(all);
  }

  /** The stretches of the limit that holds, running ones cut where the extension begins. */
  private List<ClockSegment> split(Instant now) {
    if (extension == null) {
      return List.copyOf(current);
    }
    List<ClockSegment> parts = new ArrayList<>();
    Duration ordinary = length;
    for (ClockSegment segment : current) {
      if (segment.kind() != ClockState.RUNNING) {
        parts.add(segment);
      } else if (segment.length(now).compareTo(ordinary) <= 0) {
        parts.add(segment);
        ordinary = ordinary.minus(segment.length(now));
      } else if (ordinary.isZero()) {
        parts.add(segment.extended());
      } else {
        Instant cut = segment.from().plus(ordinary);
        parts.add(segment.until(cut));
        parts.add(segment.extendedFrom(cut, extension));
        ordinary = Duration.ZERO;
      }
    }
    return parts;
  }

  /** Whether a limit holds, for the assignment or for a unit. */
  boolean hasLimit() {
    return limit != null;
  }

  /**
   * What the unit, or the assignment, was given, with its extension; a pause does not add to it.
   */
  Duration limit() {
    return length.plus(extended);
  }

  /** End of the limit, moved by its extension and by the pauses that ended. */
  Instant dueAt() {
    return dueAt;
  }

  /** Number of failed re-checks so far. */
  int round() {
    return round;
  }

  /** What is used up of the limit at {@code now}: the sum of the segments that count. */
  Duration elapsed(Instant now) {
    return current.stream()
        .filter(ClockSegment::counted)
        .map(segment -> segment.length(now))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
