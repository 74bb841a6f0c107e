package org.bihuan.dispatch.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;

/**
 * One limit of an item, and when its clock ran.
 *
 * @param begunBy what began it
 * @param startedAt its first moment
 * @param ruleVersion what made it
 * @param length how much time was given, as it counts by that rule
 * @param extended how much was added to it, counted alike
 * @param running the stretches in which the clock ran, hours that do not count included
 */
public record LimitRun(
    ItemAction begunBy,
    Instant startedAt,
    String ruleVersion,
    Duration length,
    Duration extended,
    List<Stretch> running) {

  /**
   * The limits of an item, oldest first, as they are at {@code now}.
   *
   * @param history its steps, in order
   * @param times which time counts toward the limits of a rule version
   */
  public static List<LimitRun> of(
      List<HistoryEntry> history, Function<String, CountedTime> times, Instant now) {
    return ItemClock.of(history, times).limits(now);
  }
}
