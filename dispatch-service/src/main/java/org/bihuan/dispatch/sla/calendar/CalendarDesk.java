package org.bihuan.dispatch.sla.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.web.IfMatch;

/** Shows the calendars and takes them from an administrator. */
@ApplicationScoped
@Transactional
public class CalendarDesk {

  private final CalendarYears years;
  private final IfMatch ifMatch;

  CalendarDesk(CalendarYears years, IfMatch ifMatch) {
    this.years = years;
    this.ifMatch = ifMatch;
  }

  Page<CalendarYearView> all() {
    return new Page<>(years.ordered(), null, null).map(CalendarYearView::of);
  }

  /**
   * The calendar of a year.
   *
   * @throws NotFound when nobody has loaded it
   */
  CalendarYearView read(int year) {
    return CalendarYearView.of(
        years
            .findByIdOptional(year)
            .orElseThrow(() -> new NotFound("calendar-not-found", String.valueOf(year))));
  }

  /**
   * Takes the whole calendar of a year; the first one needs no {@code If-Match}.
   *
   * @throws Invalid with every fault at once
   */
  CalendarYearView put(int year, CalendarChange change) {
    List<FieldError> faults = change.faults(year);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    CalendarYear calendar = years.findById(year);
    if (calendar == null) {
      calendar = CalendarYear.of(year);
      years.persist(calendar);
    } else {
      ifMatch.require(calendar.version());
    }
    calendar.change(
        change.officeHours(),
        change.days().stream().sorted(Comparator.comparing(CalendarDay::date)).toList());
    years.flush();
    return CalendarYearView.of(calendar);
  }
}
