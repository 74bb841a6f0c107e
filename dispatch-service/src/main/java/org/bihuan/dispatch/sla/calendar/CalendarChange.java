package org.bihuan.dispatch.sla.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.kit.refusal.FieldError;

/**
 * The whole calendar of a year.
 *
 * @param officeHours when offices are open on working days, 1 to 4 stretches in order, e.g. 08:30
 *     to 12:00 and 13:30 to 17:30
 * @param days the days of the year that are not what their weekday says, at most 150, in any order
 */
public record CalendarChange(
    @NotEmpty @Size(max = 4) List<@NotNull @Valid OfficeHours> officeHours,
    @NotNull @Size(max = 150) List<@NotNull @Valid CalendarDay> days) {

  /** The calendar of {@code year} that this makes; nothing is stored. */
  public CalendarYear of(int year) {
    CalendarYear calendar = CalendarYear.of(year);
    calendar.change(officeHours, days);
    return calendar;
  }

  /** What no single field shows. */
  public List<FieldError> faults(int year) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < officeHours.size(); i++) {
      OfficeHours open = officeHours.get(i);
      if (!open.opensAt().isBefore(open.closesAt())) {
        faults.add(new FieldError("officeHours[" + i + "].closesAt", "end-before-start"));
      } else if (i > 0 && !officeHours.get(i - 1).closesAt().isBefore(open.opensAt())) {
        faults.add(new FieldError("officeHours[" + i + "].opensAt", "office-hours-overlap"));
      }
    }
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < days.size(); i++) {
      LocalDate date = days.get(i).date();
      if (date.getYear() != year) {
        faults.add(new FieldError("days[" + i + "].date", "other-year", String.valueOf(year)));
      } else if (!seen.add(date)) {
        faults.add(new FieldError("days[" + i + "].date", "duplicate"));
      }
    }
    return faults;
  }
}
