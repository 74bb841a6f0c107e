package org.bihuan.dispatch.sla.calendar;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.kit.web.Versioned;

/**
 * The calendar of a year as clients see it.
 *
 * @param officeHours when offices are open on working days
 * @param days the days that are not what their weekday says, by date; all others work from Monday
 *     to Friday
 */
public record CalendarYearView(
    int year, @NotNull List<OfficeHours> officeHours, @NotNull List<CalendarDay> days, long version)
    implements Versioned {

  static CalendarYearView of(CalendarYear calendar) {
    return new CalendarYearView(
        calendar.year(),
        List.copyOf(calendar.officeHours()),
        List.copyOf(calendar.days()),
        calendar.version());
  }
}
