package org.bihuan.dispatch.whatif;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.dispatch.sla.calendar.CalendarChange;
import org.bihuan.dispatch.sla.calendar.CalendarDay;
import org.bihuan.dispatch.sla.calendar.OfficeHours;

/**
 * The calendar of a year as it might have been.
 *
 * @param officeHours when offices would have been open on working days, 1 to 4 stretches in order
 * @param days the days that would not have been what their weekday says, at most 150
 */
public record SupposedYear(
    @NotNull @Min(2000) @Max(2099) Integer year,
    @NotEmpty @Size(max = 4) List<@NotNull @Valid OfficeHours> officeHours,
    @NotNull @Size(max = 150) List<@NotNull @Valid CalendarDay> days) {

  CalendarChange change() {
    return new CalendarChange(officeHours, days);
  }
}
