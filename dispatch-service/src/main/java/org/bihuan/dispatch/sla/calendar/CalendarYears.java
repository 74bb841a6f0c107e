package org.bihuan.dispatch.sla.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The years whose calendars are known. */
@ApplicationScoped
public class CalendarYears implements PanacheRepositoryBase<CalendarYear, Integer> {

  List<CalendarYear> ordered() {
    return list("order by year");
  }

  /** How time counts by all that is known now. */
  public WorkCalendar workCalendar() {
    return WorkCalendar.of(this::ordered);
  }

  /** The same with {@code others} in place of their years. */
  public WorkCalendar workCalendarWith(Collection<CalendarYear> others) {
    return WorkCalendar.of(
        () -> {
          Map<Integer, CalendarYear> years = new TreeMap<>();
          ordered().forEach(year -> years.put(year.year(), year));
          others.forEach(year -> years.put(year.year(), year));
          return List.copyOf(years.values());
        });
  }
}
