package org.bihuan.dispatch.sla.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The calendars that the service is shipped with, without a database. */
public final class ShippedCalendar {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private ShippedCalendar() {}

  private record Line(int year, List<OfficeHours> officeHours, List<CalendarDay> days) {

    CalendarYear calendar() {
      CalendarYear calendar = CalendarYear.of(year);
      calendar.follow(officeHours, days);
      return calendar;
    }
  }

  /** Reads {@code reference/calendars.json}. */
  public static WorkCalendar read() {
    try (InputStream file =
        ShippedCalendar.class.getResourceAsStream("/reference/calendars.json")) {
      List<CalendarYear> years =
          Arrays.stream(JSON.readValue(file, Line[].class)).map(Line::calendar).toList();
      return WorkCalendar.of(() -> years);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
