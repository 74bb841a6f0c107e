package org.bihuan.dispatch.sla.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/**
 * The working days and office hours of a year, as the State Council and the district announce them.
 * A change moves no limit that was given already: limits are stored with their end.
 */
@Entity
@Table(name = "calendar_year")
public class CalendarYear {

  @Id private int year;

  @Version private long version;

  /** Once edited by hand, the reference files leave it alone. */
  @Column(name = "edited_by_hand")
  private boolean editedByHand;

  @ElementCollection
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "year"))
  @OrderBy("date")
  private List<CalendarDay> days = new ArrayList<>();

  @ElementCollection
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "calendar_office_hours", joinColumns = @JoinColumn(name = "year"))
  @OrderBy("opensAt")
  private List<OfficeHours> officeHours = new ArrayList<>();

  protected CalendarYear() {}

  /** A year without anything special yet. */
  public static CalendarYear of(int year) {
    CalendarYear calendar = new CalendarYear();
    calendar.year = year;
    return calendar;
  }

  /** What the reference files say of it, unless it was edited by hand. */
  public void follow(List<OfficeHours> hours, List<CalendarDay> special) {
    if (!editedByHand) {
      take(hours, special);
    }
  }

  void change(List<OfficeHours> hours, List<CalendarDay> special) {
    editedByHand = true;
    take(hours, special);
  }

  private void take(List<OfficeHours> hours, List<CalendarDay> special) {
    if (!List.copyOf(officeHours).equals(hours)) {
      officeHours.clear();
      officeHours.addAll(hours);
    }
    if (!List.copyOf(days).equals(special)) {
      days.clear();
      days.addAll(special);
    }
  }

  public int year() {
    return year;
  }

  public long version() {
    return version;
  }

  /** Those that are not what their weekday says, by date. */
  public List<CalendarDay> days() {
    return days;
  }

  /** By the clock, apart from each other. */
  public List<OfficeHours> officeHours() {
    return officeHours;
  }
}
