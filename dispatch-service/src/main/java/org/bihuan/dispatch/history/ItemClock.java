package org.bihuan.dispatch.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bihuan.dispatch.history.ClockSegment.ClockState;
import org.bihuan.dispatch.sla.calendar.CountedTime;

/**
 * The clock of an item, told from its history: why so much of the limit is used up. Pure; the same
 * history gives the same clock.
 */
final class ItemClock {

  /** Stretches of limits that are over. */
  private final List<ClockSegment> earlier = new ArrayList<>();

  /** Limits that are over, by themselves. */
  private final List<LimitRun> over = new ArrayList<>();

  /** Stretches of the limit that holds, running ones not yet split where an extension begins. */
  private final List<ClockSegment> current = new ArrayList<>();

  private final Function<String, CountedTime> times;
  private CountedTime time = CountedTime.NATURAL;
  private HistoryEntry limit;
  private HistoryEntry extension;
  private Duration length;
  private Duration extended = Duration.ZERO;
  private Instant dueAt;
  private int round;

  private ItemClock(Function<String, CountedTime> times) {
    this.times = times;
  }

  /**
   * The clock after {@code history}, which is in order.
   *
   * @param times which time counts toward the limits of a rule version
   */
  static ItemClock of(List<HistoryEntry> history, Function<String, CountedTime> times) {
    ItemClock clock = new ItemClock(times);
    history.forEach(clock::follow);
    return clock;
  }

  private void follow(HistoryEntry entry) {
    round = entry.round();
    switch (entry.action()) {
      case ISSUE, ASSIGN, REISSUE, FAIL_RECHECK, SET_PLAN_DATE -> startLimit(entry);
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
          SUBMIT_TO_LEADING_GROUP,
          DECIDE_IN_MEETING,
          FILE_PLAN,
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
          MARK_TASK_OVERDUE -> {}
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
    time = times.apply(entry.ruleVersion());
    length = time.between(entry.at(), entry.dueAt());
    dueAt = entry.dueAt();
    begin(ClockSegment.running(entry));
  }

  /** What was counted no longer is; it stays explained. */
  private void endLimit(Instant at) {
    end(at);
    split(at).stream().map(ClockSegment::ofEarlierLimit).forEach(earlier::add);
    if (hasLimit()) {
      over.add(run(at));
    }
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
    extended = time.between(dueAt, entry.dueAt());
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

  /** The stretches of the limit that holds, running ones cut where hours count and do not. */
  private List<ClockSegment> split(Instant now) {
    List<ClockSegment> parts = new ArrayList<>();
    for (ClockSegment segment : current) {
      if (segment.kind() == ClockState.RUNNING) {
        parts.addAll(byHours(segment, now));
      } else {
        parts.add(segment);
      }
    }
    return extension == null ? parts : byExtension(parts, now);
  }

  /** A running stretch, with what does not count of it; natural hours all do. */
  private List<ClockSegment> byHours(ClockSegment running, Instant now) {
    Instant end = running.to() == null ? now : running.to();
    if (time == CountedTime.NATURAL || !end.isAfter(running.from())) {
      return List.of(running);
    }
    List<ClockSegment> parts = new ArrayList<>();
    Instant at = running.from();
    for (CountedTime.Stretch stretch : time.stretches(running.from(), end)) {
      if (at.isBefore(stretch.from())) {
        parts.add(running.part(ClockState.OFF_HOURS, at, stretch.from()));
      }
      parts.add(running.part(ClockState.RUNNING, stretch.from(), stretch.to()));
      at = stretch.to();
    }
    if (at.isBefore(end)) {
      parts.add(running.part(ClockState.OFF_HOURS, at, end));
    }
    int last = parts.size() - 1;
    ClockSegment lasting = parts.get(last);
    parts.set(last, lasting.part(lasting.kind(), lasting.from(), running.to()));
    return parts;
  }

  /** Running stretches beyond the old end of the limit are those of the extension. */
  private List<ClockSegment> byExtension(List<ClockSegment> segments, Instant now) {
    List<ClockSegment> parts = new ArrayList<>();
    Duration ordinary = length;
    for (ClockSegment segment : segments) {
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

  /** Every limit there was, oldest first, the one that holds as it is at {@code now}. */
  List<LimitRun> limits(Instant now) {
    List<LimitRun> all = new ArrayList<>(over);
    if (hasLimit()) {
      all.add(run(now));
    }
    return all;
  }

  private LimitRun run(Instant now) {
    List<CountedTime.Stretch> running =
        current.stream()
            .filter(segment -> segment.kind() == ClockState.RUNNING)
            .map(segment -> segment.stretch(now))
            .toList();
    return new LimitRun(limit.action(), limit.at(), limit.ruleVersion(), length, extended, running);
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

  /** Whether its end rests on a year whose calendar nobody has loaded. */
  boolean isEstimated() {
    return time.isEstimated(dueAt);
  }

  /** Number of failed re-checks so far. */
  int round() {
    return round;
  }

  /** What is used up of the limit at {@code now}: the sum of the segments that count. */
  Duration elapsed(Instant now) {
    return split(now).stream()
        .filter(ClockSegment::counted)
        .map(segment -> segment.length(now))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
