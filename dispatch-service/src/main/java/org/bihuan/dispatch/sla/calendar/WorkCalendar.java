package org.bihuan.dispatch.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which days are worked, and when the offices are open. A year that nobody has loaded works from
 * Monday to Friday, with the office hours of the last year before it; what reaches into such a year
 * is an estimate. The years are read when the first limit needs them: most count every hour.
 */
public final class WorkCalendar {

  /** Where no year is known at all. */
  private static final List<OfficeHours> USUAL_HOURS =
      List.of(
          new OfficeHours(LocalTime.of(8, 30), LocalTime.of(12, 0)),
          new OfficeHours(LocalTime.of(13, 30), LocalTime.of(17, 30)));

  private final Supplier<List<CalendarYear>> source;
  private Years years;

  private WorkCalendar(Supplier<List<CalendarYear>> source) {
    this.source = source;
  }

  /** What all years together say. */
  private record Years(
      Map<LocalDate, Boolean> special, NavigableMap<Integer, List<OfficeHours>> hours) {

    static Years of(List<CalendarYear> years) {
      Map<LocalDate, Boolean> special =
          years.stream()
              .flatMap(year -> year.days().stream())
              .collect(Collectors.toMap(CalendarDay::date, CalendarDay::working));
      Map<Integer, List<OfficeHours>> hours =
          years.stream()
              .collect(
                  Collectors.toMap(CalendarYear::year, year -> List.copyOf(year.officeHours())));
      return new Years(special, new TreeMap<>(hours));
    }
  }

  /** The calendar of these years, which are asked for once it is needed. */
  public static WorkCalendar of(Supplier<List<CalendarYear>> years) {
    return new WorkCalendar(years);
  }

  /** Time as it counts by this calendar. */
  public CountedTime counting(Counting counting) {
    return counting == Counting.NATURAL_HOURS
        ? CountedTime.NATURAL
        : new CountedTime(this, counting);
  }

  /** Whether the offices are open on {@code day}. */
  boolean isWorking(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return years()
        .special()
        .getOrDefault(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
  }

  /** Whether nobody has loaded the year of {@code day}. */
  boolean isEstimated(LocalDate day) {
    return !years().hours().containsKey(day.getYear());
  }

  /** When the offices are open on a working day, in order. */
  List<OfficeHours> hoursOf(LocalDate day) {
    Map.Entry<Integer, List<OfficeHours>> known = years().hours().floorEntry(day.getYear());
    return known == null ? USUAL_HOURS : known.getValue();
  }

  private Years years() {
    if (years == null) {
      years = Years.of(source.get());
    }
    return years;
  }
}
