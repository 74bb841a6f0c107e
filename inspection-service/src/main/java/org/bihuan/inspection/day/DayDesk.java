package org.bihuan.inspection.day;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.DistrictTime;

/** Shows inspectors what they have to do on a day. */
@ApplicationScoped
@Transactional
class DayDesk {

  /** Near first, and what nobody knows the place of last; else by time. */
  private static final Comparator<DayTask> NEAR_FIRST =
      Comparator.comparing(DayTask::distance, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(task -> task.dueAt() == null ? task.at() : task.dueAt())
          .thenComparing(DayTask::id)
          .thenComparing(DayTask::stop, Comparator.nullsLast(Comparator.naturalOrder()));

  private final DayTasks tasks;
  private final Clock clock;

  DayDesk(DayTasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  Page<DayTask> page(DayFilter filter) {
    Instant now = clock.instant();
    LocalDate day = filter.date == null ? DistrictTime.day(now) : filter.date;
    Instant end = day.plusDays(1).atStartOfDay(DistrictTime.ZONE).toInstant();
    Crs.Point from = filter.position().orElse(null);
    return filter.pageOf(tasks.until(end, now, from).stream().sorted(NEAR_FIRST).toList());
  }
}
