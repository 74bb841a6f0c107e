package org.bihuan.intake.keytask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.kit.time.Week;

/** Shows weekly key tasks to those who see the whole district. */
@ApplicationScoped
@Transactional
class KeyTaskDesk {

  private final KeyTasks tasks;
  private final Clock clock;

  KeyTaskDesk(KeyTasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  Page<KeyTaskView> page(KeyTaskFilter filter) {
    LocalDate today = DistrictTime.day(clock.instant());
    return tasks.page(filter).map(task -> KeyTaskView.of(task, today));
  }

  /** The figures of {@code asked}, of this week for {@code null}. */
  KeyTaskFigures figures(Week asked) {
    Week week = asked == null ? Week.of(clock.instant()) : asked;
    return KeyTaskFigures.of(week, tasks.counted(week));
  }
}
