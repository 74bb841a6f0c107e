package org.bihuan.dispatch.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
}
