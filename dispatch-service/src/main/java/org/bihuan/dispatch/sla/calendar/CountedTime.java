package org.bihuan.dispatch.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.kit.time.DistrictTime;

/** Time as it counts toward a limit: all of it, or that of working days or office hours alone. */
public final class CountedTime {

  /** Every second counts. */
  public static final CountedTime NATURAL = new CountedTime(null, Counting.NATURAL_HOURS);

  private final WorkCalendar calendar;
  private final Counting counting;

  CountedTime(WorkCalendar calendar, Counting counting) {
    this.calendar = calendar;
    this.counting = counting;
  }

  /**
   * A stretch of time that counts.
   *
   * @param to the moment it is over, after {@code from}
   */
  public record Stretch(Instant from, Instant to) {

    /** From its first moment to its end. */
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  private boolean countsAll() {
    return counting == Counting.NATURAL_HOURS;
  }

  /** Whether what is counted up to {@code moment} rests on a year that nobody has loaded. */
  public boolean isEstimated(Instant moment) {
    return !countsAll() && calendar.isEstimated(day(moment));
  }

  /**
   * The first moment at which {@code length} has been counted since {@code start}; with a negative
   * length the last moment since which it has been counted up to {@code start}.
   */
  public Instant plus(Instant start, Duration length) {
    if (countsAll() || length.isZero()) {
      return start.plus(length);
    }
    return length.isNegative() ? backwards(start, length.negated()) : forwards(start, length);
  }

  private Instant forwards(Instant start, Duration length) {
    Duration left = length;
    for (LocalDate day = day(start); ; day = day.plusDays(1)) {
      for (Stretch stretch : of(day)) {
        Instant from = later(stretch.from(), start);
        Duration here = Duration.between(from, later(stretch.to(), from));
        if (!here.isZero() && left.compareTo(here) <= 0) {
          return from.plus(left);
        }
        left = left.minus(here);
      }
    }
  }

  private Instant backwards(Instant start, Duration length) {
    Duration left = length;
    for (LocalDate day = day(start); ; day = day.minusDays(1)) {
      List<Stretch> counted = of(day);
      for (int last = counted.size() - 1; last >= 0; last--) {
        Stretch stretch = counted.get(last);
        Instant to = earlier(stretch.to(), start);
        Duration here = Duration.between(earlier(stretch.from(), to), to);
        if (!here.isZero() && left.compareTo(here) <= 0) {
          return to.minus(left);
        }
        left = left.minus(here);
      }
    }
  }

  /** What counts between two moments; negative when {@code to} is the earlier one. */
  public Duration between(Instant from, Instant to) {
    if (countsAll()) {
      return Duration.between(from, to);
    }
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    return stretches(from, to).stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The stretches that count between two moments, in order and apart from each other. */
  public List<Stretch> stretches(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    if (countsAll()) {
      return List.of(new Stretch(from, to));
    }
    List<Stretch> all = new ArrayList<>();
    for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
      for (Stretch stretch : of(day)) {
        Instant begin = later(stretch.from(), from);
        Instant end = earlier(stretch.to(), to);
        if (begin.isBefore(end)) {
          join(all, new Stretch(begin, end));
        }
      }
    }
    return all;
  }

  /** Two working days in a row are one stretch. */
  private static void join(List<Stretch> all, Stretch next) {
    int last = all.size() - 1;
    if (last >= 0 && all.get(last).to().equals(next.from())) {
      all.set(last, new Stretch(all.get(last).from(), next.to()));
    } else {
      all.add(next);
    }
  }

  /** What counts of a day. */
  private List<Stretch> of(LocalDate day) {
    if (!calendar.isWorking(day)) {
      return List.of();
    }
    if (counting == Counting.WORKING_DAYS) {
      return List.of(new Stretch(at(day, LocalTime.MIN), at(day.plusDays(1), LocalTime.MIN)));
    }
    return calendar.hoursOf(day).stream()
        .map(open -> new Stretch(at(day, open.opensAt()), at(day, open.closesAt())))
        .toList();
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(DistrictTime.ZONE).toInstant();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, DistrictTime.ZONE);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
