package org.bihuan.intake.weeklylist;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.bihuan.intake.weeklylist.WeeklyList.Counts;
import org.bihuan.kit.time.Week;

/**
 * A week that has a problem list.
 *
 * @param week week of ISO 8601, {@code yyyy-Www}
 * @param from its first moment, Monday 00:00 in the district
 * @param to the first moment of the next one
 * @param frozen whether its list stays as it is
 * @param frozenAt when that was done, or {@code null} as long as the list runs
 * @param rows how many problems the whole district has on it
 * @param added those that were filed in the week
 * @param carried those that an earlier list left unfinished
 * @param finished those that ended in the week: written off, called off or merged
 */
public record WeekView(
    @NotNull String week,
    @NotNull Instant from,
    @NotNull Instant to,
    boolean frozen,
    Instant frozenAt,
    long rows,
    long added,
    long carried,
    long finished) {

  static WeekView of(WeeklyList list, Counts counts) {
    Week week = list.week();
    return new WeekView(
        week.toString(),
        week.from(),
        week.to(),
        list.isFrozen(),
        list.frozenAt(),
        counts.rows(),
        counts.added(),
        counts.carried(),
        counts.finished());
  }
}
